using System.Globalization;

namespace Weft.Rules;

/// <summary>What runs found, and where: by repository and commit, vocabulary, rule, severity, file and line. Holds nobody's source.</summary>
/// <remarks>
/// A run begins with a line <c>repository commit vocabulary</c>; below it stands, indented, a line <c>rule severity lines path</c> for each file in which a rule has findings, with commas between the lines.
/// </remarks>
internal sealed class Baseline
{
    private const int MostTold = 50;

    private readonly SortedDictionary<(string Repository, string Vocabulary), (string Commit, HashSet<Place> Found)> _runs;

    private Baseline(SortedDictionary<(string Repository, string Vocabulary), (string Commit, HashSet<Place> Found)> runs) => _runs = runs;

    /// <param name="trees">What was analysed: names and commits.</param>
    /// <param name="vocabulary">Under which names.</param>
    /// <param name="findings">What was found in all of them.</param>
    internal static Baseline Of(IEnumerable<(string Name, string Commit)> trees, string vocabulary, IEnumerable<CorpusFinding> findings)
    {
        ILookup<string, CorpusFinding> byTree = findings.ToLookup(finding => finding.Repository);
        var runs = new SortedDictionary<(string, string), (string, HashSet<Place>)>();
        foreach ((string name, string commit) in trees)
            runs[(name, vocabulary)] = (commit, [.. byTree[name].Select(finding => new Place(finding.Id, finding.Severity.ToString(), finding.Path, finding.Line))]);
        return new Baseline(runs);
    }

    /// <exception cref="FormatException">A line is not of the form.</exception>
    internal static Baseline Read(string file)
    {
        var runs = new SortedDictionary<(string, string), (string, HashSet<Place>)>();
        HashSet<Place>? places = null;
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] != ' ')
            {
                if (line.Split(' ') is not [var repository, var commit, var vocabulary]) throw new FormatException($"{file}:{number}: expected 'repository commit vocabulary'.");
                runs[(repository, vocabulary)] = (commit, places = []);
                continue;
            }
            if (places is null || line.TrimStart().Split(' ', 4) is not [var rule, var severity, var lines, var path] || !TryRead(lines, out int[] at)) throw new FormatException($"{file}:{number}: expected 'rule severity lines path' below a run.");
            foreach (int place in at) places.Add(new Place(rule, severity, path, place));
        }
        return new Baseline(runs);
    }

    /// <summary>This run's findings in place of those that a file has of the same repositories.</summary>
    internal void WriteInto(string file)
    {
        if (File.Exists(file))
            foreach (((string, string) key, (string, HashSet<Place>) run) in Read(file)._runs) _runs.TryAdd(key, run);
        var lines = new List<string> { "# repository commit vocabulary; rule severity lines path. docs/rules/corpus.md" };
        foreach (((string repository, string vocabulary), (string commit, HashSet<Place> found)) in _runs)
        {
            lines.Add($"{repository} {commit} {vocabulary}");
            lines.AddRange(found.GroupBy(place => (place.Rule, place.Severity, place.Path)).OrderBy(group => group.Key.Rule, StringComparer.Ordinal).ThenBy(group => group.Key.Path, StringComparer.Ordinal).ThenBy(group => group.Key.Severity, StringComparer.Ordinal)
                .Select(group => $"  {group.Key.Rule} {group.Key.Severity} {string.Join(',', group.Select(place => place.Line).Order())} {group.Key.Path}"));
        }
        File.WriteAllLines(file, lines);
    }

    /// <summary>What is not as in an older run, in words; of repositories that this run does not have nothing is said.</summary>
    internal IEnumerable<string> DifferencesFrom(Baseline older)
    {
        foreach (((string Repository, string Vocabulary) key, (string commit, HashSet<Place> found)) in _runs)
        {
            string run = $"{key.Repository} ({key.Vocabulary})";
            if (!older._runs.TryGetValue(key, out (string Commit, HashSet<Place> Found) before)) yield return $"{run}: not in the baseline";
            else if (before.Commit != commit) yield return $"{run}: at {commit}, the baseline at {before.Commit}";
            else
            {
                string[] differences = [.. found.Except(before.Found).Select(place => $"{run}: added {place}"), .. before.Found.Except(found).Select(place => $"{run}: lost {place}")];
                foreach (string difference in differences.Order(StringComparer.Ordinal).Take(MostTold)) yield return difference;
                if (differences.Length > MostTold) yield return $"{run}: {differences.Length - MostTold} more";
            }
        }
    }

    private static bool TryRead(string lines, out int[] numbers)
    {
        string[] words = lines.Split(',');
        numbers = new int[words.Length];
        for (int i = 0; i < words.Length; i++)
            if (!int.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return false;
        return true;
    }

    private readonly record struct Place(string Rule, string Severity, string Path, int Line)
    {
        public override string ToString() => $"{Rule} {Severity} {Path}:{Line}";
    }
}
