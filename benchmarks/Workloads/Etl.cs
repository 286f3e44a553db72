using Flights;

namespace Workloads;

/// <summary>The pipeline of the sample Flights: two files read and parsed, two joins, a filter, groups, averages, the top ten.</summary>
public sealed class Etl(WorkloadInputs inputs) : IWorkload
{
    public string Name => "etl";

    public long Records { get; } = File.ReadLines(FlightsFile(inputs)).Count() + File.ReadLines(AirportsFile(inputs)).Count();

    public object Run()
    {
        IEnumerable<Flight> flights = File.ReadLines(FlightsFile(inputs)).Skip(1).Select(Flight.Parse);
        List<Airport> airports = File.ReadLines(AirportsFile(inputs)).Skip(1).Select(Airport.Parse).ToList();

        List<RouteDelay> report = flights
            .Join(airports, flight => flight.Origin, airport => airport.Iata, (flight, from) => (flight, from))
            .Join(airports, leg => leg.flight.Destination, airport => airport.Iata, (leg, to) => (leg.flight, leg.from, to))
            .Where(leg => leg.from.State != leg.to.State)
            .GroupBy(leg => (leg.from, leg.to), leg => leg.flight.Delay)
            .Where(route => route.Count() >= 3)
            .Select(route => new RouteDelay(route.Key.from.City, route.Key.to.City, route.Count(), route.Average()))
            .OrderByDescending(route => route.AverageDelay)
            .Take(10)
            .ToList();
        return report.Select(route => route.ToString()).ToList();
    }

    private static string FlightsFile(WorkloadInputs inputs) => Path.Combine(inputs.FlightsFolder, "flights.csv");

    private static string AirportsFile(WorkloadInputs inputs) => Path.Combine(inputs.FlightsFolder, "airports.csv");
}
