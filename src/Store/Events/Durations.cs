using System.Globalization;

namespace Weft.Store.Events;

/// <summary>Spans of time as a person reads them.</summary>
internal static class Durations
{
    /// <summary>A number of nanoseconds with three digits or so: <c>0 ns</c>, <c>12.3 µs</c>, <c>4.56 ms</c>, <c>1.20 s</c>, <c>3 min 20 s</c>.</summary>
    internal static string Of(long nanoseconds)
    {
        string sign = nanoseconds < 0 ? "-" : "";
        double size = Math.Abs((double)nanoseconds);
        if (size >= 60e9) return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Floor(size / 60e9):0} min {size % 60e9 / 1e9:0} s");
        (double value, string unit) = size switch
        {
            >= 1e9 => (size / 1e9, "s"),
            >= 1e6 => (size / 1e6, "ms"),
            >= 1e3 => (size / 1e3, "us"),
            _ => (size, "ns"),
        };
        string digits = unit == "ns" ? "0" : value >= 100 ? "0" : value >= 10 ? "0.0" : "0.00";
        return sign + value.ToString(digits, CultureInfo.InvariantCulture) + " " + unit;
    }
}
