/** Largest number of which all values are multiples (to 1e-12), down to 0.0001; 0 if there is none. */
export function findGrid(values: Float64Array): number {
  const total = values.reduce((sum, value) => sum + value, 0)
  for (const scale of [1, 10, 100, 1000, 10_000]) {
    let divisor = 0
    let fits = true
    for (const value of values) {
      const whole = Math.round(value * scale)
      if (whole > 2 ** 40 || Math.abs(value * scale - whole) > 1e-12 * whole) {
        fits = false
        break
      }
      for (let a = whole, b = divisor; ; [a, b] = [b, a % b]) {
        if (b === 0) {
          divisor = a
          break
        }
      }
    }
    if (fits) return divisor / scale > 1e-9 * total ? divisor / scale : 0
  }
  return 0
}
