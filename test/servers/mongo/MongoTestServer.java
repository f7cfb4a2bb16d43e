import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A MongoDB for tests: prints its URL when it listens on the port given (0: any free one), and ends with its input, so
 * that it never outlives whoever started it.
 */
public final class MongoTestServer {
  public static void main(String[] args) throws Exception {
    MongoServer server = new MongoServer(new Backend().version(ServerVersion.MONGO_5_0));
    server.bind("127.0.0.1", args.length == 0 ? 0 : Integer.parseInt(args[0]));
    System.out.println("mongodb://127.0.0.1:" + server.getLocalAddress().getPort());
    while (System.in.read() != -1) {}
    server.shutdownNow();
    System.exit(0);
  }

  private static final class Backend extends MemoryBackend {
    /** The oldest that the service works on; what it asks, the 5.0 that is played here knows as well. */
    private static final String CLAIMED = "7.0.0";

    /** Today's drivers greet with `hello`, and want wire version 9 of everybody. */
    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
      if (query.get("updates") instanceof List<?> asks) asks.forEach(ask -> setTimes(((Document) ask).get("u")));
      setTimes(query.get("update"));
      if (command.equalsIgnoreCase("buildInfo")) {
        Document answer = super.handleCommand(channel, database, command, query);
        answer.put("version", CLAIMED);
        return answer;
      }
      if (!command.equalsIgnoreCase("hello") && !command.equalsIgnoreCase("isMaster"))
        return super.handleCommand(channel, database, command, query);
      Document answer = super.handleCommand(channel, database, "isMaster", query);
      answer.put("isWritablePrimary", true);
      answer.put("maxWireVersion", 9);
      return answer;
    }

    /** `$currentDate` would write microseconds, and a time that does not equal itself when it comes back. */
    private void setTimes(Object update) {
      if (!(update instanceof Document deeds) || !(deeds.remove("$currentDate") instanceof Document times)) return;
      Document set = (Document) deeds.computeIfAbsent("$set", key -> new Document());
      for (String field : times.keySet()) set.put(field, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public MemoryDatabase openOrCreateDatabase(String name) {
      return new Database(name, getCursorRegistry());
    }
  }

  private static final class Database extends MemoryDatabase {
    Database(String name, CursorRegistry cursors) {
      super(name, cursors);
    }

    @Override
    protected Index<Integer> openOrCreateUniqueIndex(
        String collection, String name, List<IndexKey> keys, boolean sparse) {
      return new NarrowingIndex(name, keys, sparse);
    }
  }

  /**
   * Finds by its own fields in a filter with further ones, which the collection then looks at. Without it every
   * compare-and-set reads the whole collection.
   */
  private static final class NarrowingIndex extends MemoryUniqueIndex {
    NarrowingIndex(String name, List<IndexKey> keys, boolean sparse) {
      super(name, keys, sparse);
    }

    private Document ownPart(Document query) {
      Document own = new Document();
      for (String key : keys()) if (query.containsKey(key)) own.put(key, query.get(key));
      return own;
    }

    @Override
    public synchronized boolean canHandle(Document query) {
      return super.canHandle(ownPart(query));
    }

    @Override
    public synchronized Iterable<Integer> getPositions(Document query) {
      return super.getPositions(ownPart(query));
    }
  }
}
