using System.Globalization;

namespace Specimen;

/// <summary>Files, a join, a grouping, a scalar.</summary>
internal static class Shop
{
    private sealed record Customer(string Id, string Country);

    private sealed record Order(string Customer, int Amount);

    internal static void Play(string folder)
    {
        List<Customer> customers = File.ReadLines(Path.Combine(folder, "customers.csv")).Skip(1).Select(ParseCustomer).ToList();
        List<Order> orders = File.ReadLines(Path.Combine(folder, "orders.csv")).Skip(1).Select(ParseOrder).ToList();

        List<string> report = orders
            .Join(customers, order => order.Customer, customer => customer.Id, (order, customer) => (order.Amount, customer.Country))
            .Where(sale => sale.Amount >= 10)
            .GroupBy(sale => sale.Country, sale => sale.Amount)
            .OrderBy(country => country.Key)
            .Select(country => $"{country.Key} {country.Sum()}")
            .ToList();
        int total = orders.Where(order => order.Amount >= 10).Sum(order => order.Amount);

        foreach (string line in report) Console.WriteLine(line);
        Console.WriteLine(total);
    }

    private static Customer ParseCustomer(string line) => line.Split(',') is [var id, var country] ? new Customer(id, country) : throw new FormatException(line);

    private static Order ParseOrder(string line) =>
        line.Split(',') is [var customer, var amount] ? new Order(customer, int.Parse(amount, CultureInfo.InvariantCulture)) : throw new FormatException(line);
}
