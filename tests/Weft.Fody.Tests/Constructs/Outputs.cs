using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

public sealed class Outputs
{
    private static readonly int[] s_numbers = [4, 2, 9];
    private List<int> _field = [];

    public int[] Property { get; set; } = s_numbers.Where(n => n > 3).ToArray();

    public Dictionary<int, int> GetOnly { get; } = s_numbers.ToDictionary(n => n + 1);

    public static string Run()
    {
        var outputs = new Outputs { Property = s_numbers.Select(n => n).ToArray() };
        outputs._field = s_numbers.Where(n => n < 9).ToList();

        // An intermediate: a woven operator takes it. Then one that only a closure reads, which is kept.
        List<int> intermediate = s_numbers.Select(n => n - 1).ToList();
        int total = intermediate.Sum();
        List<int> captured = s_numbers.Where(n => n > 2).ToList();
        int known = outputs._field.Where(n => captured.Contains(n)).Count();

        string text = total + "," + known + "," + Returned().Count + "," + Chosen(true).Count + "," + Later().Result.Length;
        foreach (int n in outputs.Property) text += n;
        // Straight into another call: nobody keeps it.
        return text + string.Join(";", s_numbers.ToList()) + outputs.GetOnly.Count + outputs.Length;
    }

    public int Length => s_numbers.Where(n => n > 0).Count();

    private static List<int> Returned() => s_numbers.Select(n => n * 2).ToList();

    private static List<int> Chosen(bool all)
    {
        if (all) return s_numbers.ToList();
        List<int> some = all ? s_numbers.Where(n => n > 5).ToList() : s_numbers.Where(n => n > 4).ToList();
        return some;
    }

    private static async Task<int[]> Later()
    {
        await Task.Yield();
        return s_numbers.Where(n => n > 1).ToArray();
    }
}
