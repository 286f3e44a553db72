using System.Globalization;

namespace Weft.Rules;

/// <summary>How many findings a run had: by repository and commit, vocabulary, rule and severity. Holds nobody's source.</summary>
/// <remarks>A line is <c>repository commit vocabulary rule severity count</c>; a repository without findings has one line with the rule <c>-</c>.</remarks>
internal sealed class Baseline
{
    private const int Fields = 6;

    private readonly SortedDictionary<(string Repository, string Vocabulary), (string Commit, List<string> Counts)> _runs;

    private Baseline(SortedDictionary<(string Repository, string Vocabulary), (string Commit, List<string> Counts)> runs) => _runs = runs;

    /// <param name="trees">What was analysed: names and commits.</param>
    /// <param name="vocabulary">Under which names.</param>
    /// <param name="findings">What was found in all of them.</param>
    internal static Baseline Of(IEnumerable<(string Name, string Commit)> trees, string vocabulary, IEnumerable<CorpusFinding> findings)
    {
        ILookup<string, CorpusFinding> byTree = findings.ToLookup(finding => finding.Repository);
        var runs = new SortedDictionary<(string, string), (string, List<string>)>();
        foreach ((string name, string commit) in trees)
        {
            List<string> counts = [.. byTree[name].GroupBy(finding => $"{finding.Id} {finding.Severity}").OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Count()}"))];
            runs[(name, vocabulary)] = (commit, counts.Count > 0 ? counts : ["- - 0"]);
        }
        return new Baseline(runs);
    }

    /// <exception cref="FormatException">A line is not of the form.</exception>
    internal static Baseline Read(string file)
    {
        var runs = new SortedDictionary<(string, string), (string, List<string>)>();
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] fields = line.Split(' ');
            if (fields.Length != Fields) throw new FormatException($"{file}:{number}: expected 'repository commit vocabulary rule severity count'.");
            if (!runs.TryGetValue((fields[0], fields[2]), out (string Commit, List<string> Counts) run)) runs.Add((fields[0], fields[2]), run = (fields[1], []));
            run.Counts.Add(string.Join(' ', fields[3..]));
        }
        return new Baseline(runs);
    }

    /// <summary>This run's counts in place of those that a file has of the same repositories.</summary>
    internal void WriteInto(string file)
    {
        if (File.Exists(file))
            foreach (((string, string) key, (string, List<string>) run) in Read(file)._runs) _runs.TryAdd(key, run);
        File.WriteAllLines(file, _runs.SelectMany(run => run.Value.Counts.Select(count => $"{run.Key.Repository} {run.Value.Commit} {run.Key.Vocabulary} {count}"))
            .Prepend("# repository commit vocabulary rule severity count; docs/rules/corpus.md"));
    }

    /// <summary>What is not as in an older run, in words; of repositories that this run does not have nothing is said.</summary>
    internal IEnumerable<string> DifferencesFrom(Baseline older)
    {
        foreach (((string Repository, string Vocabulary) key, (string commit, List<string> counts)) in _runs)
        {
            if (!older._runs.TryGetValue(key, out (string Commit, List<string> Counts) before)) yield return $"{key.Repository} ({key.Vocabulary}): not in the baseline";
            else if (before.Commit != commit) yield return $"{key.Repository} ({key.Vocabulary}): at {commit}, the baseline at {before.Commit}";
            else
            {
                foreach (string count in counts.Except(before.Counts)) yield return $"{key.Repository} ({key.Vocabulary}): {count}, not in the baseline";
                foreach (string count in before.Counts.Except(counts)) yield return $"{key.Repository} ({key.Vocabulary}): {count} in the baseline only";
            }
        }
    }
}
