const { defineProperty } = Object;

/**
 * The loader gives each function its name by a call, every time that one is made, and a run makes thousands that nobody ever
 * asks for a name: a quarter of its time. To be loaded before everything else.
 */
Object.defineProperty = <Target>(target: Target, key: PropertyKey, what: PropertyDescriptor): Target =>
  key === 'name' && typeof target === 'function' ? target : defineProperty(target, key, what);
