using System.Globalization;

namespace Flights;

/// <summary>How late the flights of one route were: one row of the report.</summary>
internal sealed record RouteDelay(string From, string To, int Flights, double AverageDelay)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From,-20} {To,-20} {Flights,3} flights {AverageDelay,7:F2} min late");
}
