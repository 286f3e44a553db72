using System.CommandLine;
using Weft.Rules;

var folders = new Argument<DirectoryInfo[]>("folders") { Description = "Folders of C# source. Each is one compilation.", Arity = ArgumentArity.OneOrMore };
folders.AcceptExistingOnly();
var asActivity = new Option<bool>("--activities") { Description = "Read the source as if System.Diagnostics.Activity were an execution unit: where the same habits would break the thread." };
var list = new Option<string>("--list") { Description = "Write every finding to this file, one a line." };
var baseline = new Option<string>("--baseline") { Description = "Compare the counts with this file; a difference is exit code 1." };
var write = new Option<bool>("--write-baseline") { Description = "Write the counts to the baseline instead." };
var command = new RootCommand("Runs the rules over folders of source.") { folders, asActivity, list, baseline, write };
command.SetAction(parsed =>
{
    CorpusResult result = Corpus.Run(parsed.GetValue(folders)!.Select(folder => folder.FullName), parsed.GetValue(asActivity), Console.Error);
    result.Print(Console.Out);
    if (parsed.GetValue(list) is { } file) File.WriteAllLines(file, result.Findings.Select(finding => finding.ToString()));
    if (parsed.GetValue(baseline) is { } counts)
    {
        if (parsed.GetValue(write)) File.WriteAllLines(counts, result.Counts);
        else if (!result.Counts.SequenceEqual(File.ReadAllLines(counts)))
        {
            Console.Error.WriteLine($"The counts differ from {counts}: read the findings that are new, and write the baseline anew.");
            return 1;
        }
    }
    return result.Crashes.Count == 0 ? 0 : 1;
});
return command.Parse(args).Invoke();
