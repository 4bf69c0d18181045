/** The parts of @tgwf/co2 that we read; the package ships no types. */
declare module '@tgwf/co2/data' {
  interface Zone {
    readonly zone: { readonly zoneName: string; readonly countryName?: string }
    readonly carbonIntensity: { readonly value: number; readonly unit: string }
    readonly renewableEnergy: { readonly value: number; readonly unit: string }
    readonly carbonFreeEnergy: { readonly value: number; readonly unit: string }
  }
  type Year = { readonly data: Readonly<Record<string, Zone>> }
  export const electricityMaps: {
    readonly yearly2021: Year
    readonly yearly2022: Year
    readonly yearly2023: Year
    readonly yearly2024: Year
    readonly yearly2025: Year
  }
  export const averageIntensity: { readonly data: Readonly<Record<string, number>> }
}
