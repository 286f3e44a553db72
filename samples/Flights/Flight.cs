using System.Globalization;

namespace Flights;

/// <summary>A flight: one line of flights.csv.</summary>
internal sealed record Flight(string Date, int Delay, string Origin, string Destination)
{
    public static Flight Parse(string line)
    {
        List<string> fields = Csv.Split(line); // date,delay,distance,origin,destination
        return new(fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture), fields[3], fields[4]);
    }
}
