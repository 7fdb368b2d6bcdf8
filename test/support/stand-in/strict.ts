/** What the application never uses is not pretended: touching it throws instead of answering `undefined`. */
export const strict = <Target extends object>(name: string, target: Target): Target =>
  new Proxy(target, {
    get: (object, key) => {
      if (key in object || typeof key === 'symbol' || key === 'then' || key === 'toJSON') {
        const value: unknown = Reflect.get(object, key, object)
        return typeof value === 'function' && !isClass(value) ? (value.bind(object) as unknown) : value
      }
      throw new Error(`electron ${name}.${key}: not in the stand-in`)
    },
  })

const isClass = (value: object): boolean => /^class\b/.test(Function.prototype.toString.call(value))
