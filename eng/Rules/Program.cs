using System.CommandLine;
using Weft.Analyzers;
using Weft.Rules;

var folders = new Argument<DirectoryInfo[]>("folders") { Description = "Folders of C# source, or git directories. Each is one compilation.", Arity = ArgumentArity.ZeroOrMore };
folders.AcceptExistingOnly();
var activities = new Option<bool>("--activities") { Description = "Read System.Diagnostics.Activity as an execution unit: the rules about units on code that has the same habits." };
var list = new Option<string>("--list") { Description = "Write every finding to this file, one a line." };
var baseline = new Option<string>("--baseline") { Description = "Compare the counts with this file; a difference is exit code 1." };
var write = new Option<bool>("--write-baseline") { Description = "Write the counts to the baseline instead." };
var growth = new Option<bool>("--growth") { Description = "Print what the rules take of a source of one, two, four and eight times the size." };
var command = new RootCommand("Runs the rules over folders of source.") { folders, activities, list, baseline, write, growth };
command.SetAction(parsed =>
{
    if (parsed.GetValue(growth))
    {
        Growth.Print(Console.Out);
        return 0;
    }
    var result = new CorpusResult();
    var trees = new List<(string, string)>();
    foreach (DirectoryInfo folder in parsed.GetValue(folders)!)
    {
        SourceTree tree = SourceTree.Read(folder.FullName);
        trees.Add((tree.Name, tree.Commit));
        Console.Error.WriteLine($"{tree.Name} at {tree.Commit} ...");
        Corpus.Run(tree, parsed.GetValue(activities) ? Vocabulary.Activities : Vocabulary.Weft, result);
    }
    result.Print(Console.Out);
    if (parsed.GetValue(list) is { } file) File.WriteAllLines(file, result.Findings.Select(finding => finding.ToString()));
    if (parsed.GetValue(baseline) is { } counts)
    {
        Baseline run = Baseline.Of(trees, parsed.GetValue(activities) ? "activities" : "weft", result.Findings);
        if (parsed.GetValue(write)) run.WriteInto(counts);
        else
        {
            string[] differences = [.. run.DifferencesFrom(Baseline.Read(counts))];
            foreach (string difference in differences) Console.Error.WriteLine(difference);
            if (differences.Length > 0) return 1;
        }
    }
    return result.Crashes.Count == 0 ? 0 : 1;
});
return command.Parse(args).Invoke();
