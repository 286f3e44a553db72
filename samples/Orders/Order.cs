using System.Globalization;

namespace Orders;

internal sealed record Order(int Number, string Customer, int Amount)
{
    internal static Order Parse(string line)
    {
        string[] fields = line.Split(',');
        return new Order(int.Parse(fields[0], CultureInfo.InvariantCulture), fields[1], int.Parse(fields[2], CultureInfo.InvariantCulture));
    }
}

internal sealed record Customer(string Name, string Country)
{
    internal static Customer Parse(string line)
    {
        string[] fields = line.Split(',');
        return new Customer(fields[0], fields[1]);
    }
}
