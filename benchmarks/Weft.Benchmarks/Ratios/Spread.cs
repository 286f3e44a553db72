namespace Weft.Benchmarks.Ratios;

/// <summary>Some values, summed up.</summary>
/// <param name="Median">The value in the middle.</param>
/// <param name="Min">The least.</param>
/// <param name="Max">The greatest.</param>
internal readonly record struct Spread(double Median, double Min, double Max)
{
    internal static Spread Of(IReadOnlyCollection<double> values) => new(MedianOf(values), values.Min(), values.Max());

    internal static double MedianOf(IReadOnlyCollection<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
