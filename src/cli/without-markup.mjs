/**
 * A step of Vue's template compiler: keeps it from joining many static elements into one string of markup, which the
 * page would have to set as `innerHTML`. With it no template needs markup, and Vue no Trusted Types policy.
 * @type {import('@vue/compiler-core').NodeTransform}
 */
export const withoutMarkup = (_, context) => {
  context.transformHoist = null
}
