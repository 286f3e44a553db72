using System.CommandLine;
using Weft.Rules;

var folders = new Argument<DirectoryInfo[]>("folders") { Description = "Folders of C# source, or git directories. Each is one compilation.", Arity = ArgumentArity.ZeroOrMore };
folders.AcceptExistingOnly();
var names = new Option<string>("--vocabulary") { Description = "Under which names: what is read as an execution unit and its context.", DefaultValueFactory = _ => "weft" };
names.AcceptOnlyFromAmong([.. Vocabularies.ByName.Keys]);
var mode = new Option<string>("--mode") { Description = "The WeftMode of the build: Record, NoOp or Off.", DefaultValueFactory = _ => "Record" };
mode.AcceptOnlyFromAmong("Record", "NoOp", "Off");
var list = new Option<string>("--list") { Description = "Write every finding to this file, one a line." };
var baseline = new Option<string>("--baseline") { Description = "Compare the findings with this file; a difference is exit code 1." };
var write = new Option<bool>("--write-baseline") { Description = "Write the findings to the baseline instead." };
var growth = new Option<bool>("--growth") { Description = "Print what the rules take of a source of one, two, four and eight times the size." };
var command = new RootCommand("Runs the rules over folders of source.") { folders, names, mode, list, baseline, write, growth };
command.SetAction(parsed =>
{
    if (parsed.GetValue(growth))
    {
        Growth.Print(Console.Out);
        return 0;
    }
    (string vocabulary, string woven) = (parsed.GetValue(names)!, parsed.GetValue(mode)!);
    var result = new CorpusResult();
    var trees = new List<(string, string)>();
    foreach (DirectoryInfo folder in parsed.GetValue(folders)!)
    {
        SourceTree tree = SourceTree.Read(folder.FullName);
        trees.Add((tree.Name, tree.Commit));
        Console.Error.WriteLine($"{tree.Name} at {tree.Commit} ...");
        Corpus.Run(tree, Vocabularies.ByName[vocabulary], new BuildProperties(woven), result);
    }
    result.Print(Console.Out);
    if (parsed.GetValue(list) is { } file) File.WriteAllLines(file, result.Findings.Select(finding => finding.ToString()));
    if (parsed.GetValue(baseline) is { } known)
    {
        Baseline run = Baseline.Of(trees, woven == "Record" ? vocabulary : $"{vocabulary}-{woven}", result.Findings);
        if (parsed.GetValue(write)) run.WriteInto(known);
        else
        {
            string[] differences = [.. run.DifferencesFrom(Baseline.Read(known))];
            foreach (string difference in differences) Console.Error.WriteLine(difference);
            if (differences.Length > 0) return 1;
        }
    }
    return result.Crashes.Count == 0 ? 0 : 1;
});
return command.Parse(args).Invoke();
