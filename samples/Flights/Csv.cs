using System.Text;

namespace Flights;

/// <summary>Lines of comma-separated values. A field may stand in quotes; in there a comma is text and a quote is written twice.</summary>
internal static class Csv
{
    public static List<string> Split(string line)
    {
        var fields = new List<string>(7);
        if (!line.Contains('"'))
        {
            foreach (Range field in line.AsSpan().Split(',')) fields.Add(line[field]);
            return fields;
        }

        var text = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') text.Append(line[++i]);
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) Take();
            else text.Append(c);
        }
        Take();
        return fields;

        void Take()
        {
            fields.Add(text.ToString());
            text.Clear();
        }
    }
}
