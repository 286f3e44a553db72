using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

public static class Handlers
{
    public static string Run()
    {
        var text = new StringWriter();
        foreach (int divisor in new[] { 1, 0 })
        {
            try
            {
                List<int> quotients = new[] { 4, 6 }.Select(n => n / divisor).ToList();
                text.Write(quotients.Count);
            }
            catch (DivideByZeroException e) when (new[] { e.Message }.Where(m => m.Length > 0).Count() == 1)
            {
                text.Write(e.GetType().Name.Select(c => c).Count());
            }
            finally
            {
                text.Write(new[] { 1, 2 }.Where(n => n > 1).First());
            }
        }

        using (var reader = new StringReader("a b"))
        {
            string[] words = reader.ReadToEnd().Split(' ').Where(w => w != "b").ToArray();
            text.Write(words[0]);
        }

        foreach (string word in new[] { "x", "yy" }.Where(w => w.Length > 1)) text.Write(word);
        return text.ToString();
    }
}
