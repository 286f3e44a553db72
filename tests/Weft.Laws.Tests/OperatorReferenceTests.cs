extern alias woven;

using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Weft.Answers;
using Weft.Capture;
using Weft.Catalog;
using Weft.Flows;
using Weft.Segments;
using Example = woven::Weft.Laws.Example;

namespace Weft.Laws.Tests;

/// <summary>
/// Proves that docs/operators.md says what the catalog says, of every operator, and that each lineage picture on it is what the woven example gives.
/// WEFT_UPDATE_DOCS=1 writes the page anew; the difference is the review.
/// </summary>
public sealed partial class OperatorReferenceTests
{
    private const string UpdateVariable = "WEFT_UPDATE_DOCS";
    private const string Linq = "System.Linq.Enumerable";
    private const string AsyncLinq = "System.Linq.AsyncEnumerable";
    private const string Parallel = "System.Linq.ParallelEnumerable";

    [Fact]
    public void Page_OfTheOperators_SaysWhatTheCatalogSays()
    {
        string path = Path.Combine(RepositoryRoot(), "docs", "operators.md");
        string page = Page();
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1") File.WriteAllText(path, page);
        Assert.True(File.Exists(path), $"{path} is missing; {UpdateVariable}=1 writes it.");
        Assert.True(page == File.ReadAllText(path).ReplaceLineEndings("\n"), $"{path} is not what the catalog says; {UpdateVariable}=1 writes it anew.");
    }

    [Fact]
    public void Examples_OfLinq_AreThereForEveryOperatorThatRecords()
    {
        IEnumerable<string> operators = OperatorCatalog.Rows.Where(row => row.DeclaringType == Linq && row.Rule != LineageRule.Control).Select(row => row.Name);
        Assert.Equal(operators, woven::Weft.Laws.Examples.All.Select(example => example.Operator));
        Assert.All(OperatorCatalog.Rows.Where(row => row.DeclaringType == Linq), row => Assert.NotNull(row.Profile));
    }

    [Fact]
    public void Examples_OfCollections_AreThereForEveryOperatorThatTakesTheCallsPlace()
    {
        HashSet<(string, string)> examples = [.. woven::Weft.Laws.CollectionExamples.All.Select(example => (example.Family, example.Operator))];
        HashSet<string> families = [.. examples.Select(example => example.Item1)];
        IEnumerable<OperatorRow> operators = OperatorCatalog.Rows.Where(row => families.Contains(row.DeclaringType));
        Assert.Empty(operators.Where(row => row.IsRedirected && row.Rule != LineageRule.Control && !examples.Contains((row.DeclaringType, row.Name))).Select(row => $"{row.DeclaringType}.{row.Name}"));
        Assert.All(operators, row => Assert.NotNull(row.Profile));
    }

    private static string Page()
    {
        Dictionary<(string, string), string> pictures = Pictures();
        var page = new StringBuilder("""
            # Operators

            Every operator that Weft understands, generated from the catalog (`src/Runtime/Catalog`) by a test, which also runs the examples woven and draws what their records follow from.
            What each line of a picture says is told in [tool.md](tool.md#weft-why).

            | rule | meaning |
            |---|---|
            | pass | a result is an input record, or a 1:1 image of it, and keeps its span |
            | derive | a result stands on several records: it has a span of its own that follows from each |
            | witness | the result is one of the records, chosen |
            | root | records enter from outside |
            | control | the result only says something about records: nothing is recorded, and the flow does not end |

            What only decided *whether* a record is there (what else a predicate looked at, the second sequence of `Except`) is not lineage. The second sequence of `Intersect` is: without its
            record there would be no result. Where several records are the same to an operator, [`WEFT_WITNESSES`](configuration.md#witnesses) chooses between the first and all of them.
            Laziness, order, buffering and the calls of lambdas and comparers are LINQ's own in every case.


            """.ReplaceLineEndings("\n"));
        foreach (IGrouping<string, OperatorRow> family in OperatorCatalog.Rows.GroupBy(row => row.DeclaringType)) AppendFamily(page, family, pictures);
        return page.ToString().TrimEnd() + "\n";
    }

    private static void AppendFamily(StringBuilder page, IGrouping<string, OperatorRow> family, Dictionary<(string, string), string> pictures)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {family.Key}\n\n| operator | rule | gives | a result follows from |\n|---|---|---|---|\n");
        bool isLinq = family.Key == Linq;
        foreach (OperatorRow row in family)
        {
            string title = Namesake(row) is { } namesake ? $"[{row.Title}](#{namesake.Title.ToLowerInvariant()})" : $"`{row.Title}`";
            page.Append(CultureInfo.InvariantCulture, $"| {title} | {Rule(row)} | {Result(row)} | {row.Summary} |\n");
        }
        page.Append('\n');
        page.Append(Notes(family.Key));
        if (isLinq) page.Append("In the examples `numbers` is an array of 3, 4, 1, 4, `others` a list of 4, 5, and `mixed` an array of the objects \"one\", \"two\".\n\n");
        foreach (OperatorRow row in family)
        {
            if (isLinq) AppendOperator(page, row, pictures);
            else if (pictures.TryGetValue((row.DeclaringType, row.Name), out string? picture)) AppendExample(page, row, picture);
        }
    }

    // The row of LINQ that says what holds of an operator of the same name in another family, too.
    private static OperatorRow? Namesake(OperatorRow row) => row.DeclaringType is Linq or AsyncLinq or Parallel
        ? OperatorCatalog.Rows.FirstOrDefault(other => other.DeclaringType == Linq && (other.Name == row.Name || other.Name + "Async" == row.Name))
        : null;

    private static string Notes(string family) => family switch
    {
        AsyncLinq => """
            An operator with a link has the lineage, the order and the buffers of LINQ's operator of that name, whose section shows them. Cost of recording: where records enter, one object an enumeration, which holds the
            span of the record read last; an operator that hands records on one at a time adds nothing to that. Nothing is kept by thread or in an `AsyncLocal`, so that a record has its span on whatever thread its await goes on.


            """.ReplaceLineEndings("\n"),
        Parallel => """
            An operator with a link has the lineage of LINQ's operator of that name, whose section shows it. Order: the source's in an ordered query (`AsOrdered`, `OrderBy`), else as PLINQ gives it. Buffers: PLINQ's own, of records with
            their spans. Cost of recording: a record moves through PLINQ's buffers with its span, 8 bytes, or 4 in `GroupBy` and `ToLookup`; what derives writes its row in the thread that made the result.


            """.ReplaceLineEndings("\n"),
        _ => "",
    };

    private static void AppendOperator(StringBuilder page, OperatorRow row, Dictionary<(string, string), string> pictures)
    {
        page.Append(CultureInfo.InvariantCulture, $"### {row.Title}\n\n{Rule(row)}. {row.Summary}\n\n");
        if (row.Profile is { } profile)
        {
            if (profile.Order.Length > 0) page.Append(CultureInfo.InvariantCulture, $"* Order: {profile.Order}.\n");
            page.Append(CultureInfo.InvariantCulture, $"* Buffers: {profile.Buffers}.\n* Cost of recording: {profile.Cost}.\n");
            if (!row.IsRedirected) page.Append("* The call stays LINQ's own.\n");
            page.Append('\n');
        }
        if (pictures.TryGetValue((row.DeclaringType, row.Name), out string? picture)) page.Append(picture);
    }

    // What the table does not say already.
    private static void AppendExample(StringBuilder page, OperatorRow row, string picture)
    {
        page.Append(CultureInfo.InvariantCulture, $"`{row.Title}`");
        if (row.Profile is { } profile)
        {
            string order = profile.Order.Length > 0 ? $" order: {profile.Order};" : "";
            page.Append(CultureInfo.InvariantCulture, $":{order} buffers: {profile.Buffers}; cost of recording: {profile.Cost}.");
        }
        page.Append("\n\n").Append(picture);
    }

    private static string Title(Example example) => OperatorCatalog.Rows.First(row => row.DeclaringType == example.Family && row.Name == example.Operator).Title;

    private static string Rule(OperatorRow row) => row.Rule.ToString();

    private static string Result(OperatorRow row) => row.Result switch
    {
        OperatorResult.Sequence => "a lazy sequence",
        OperatorResult.Collection => "a collection",
        OperatorResult.Scalar or OperatorResult.Text => "a value",
        _ => "nothing",
    };

    // By operator: the example's code, and what a record of its result follows from.
    private static Dictionary<(string, string), string> Pictures()
    {
        var answers = new Dictionary<(string, string), string>();
        var values = new List<(Example Example, object? Value)>();
        foreach (Example example in woven::Weft.Laws.Examples.All.Concat(woven::Weft.Laws.CollectionExamples.All))
        {
            object? result = example.Run();
            if (result is IEnumerable records and not string) answers.Add((example.Family, example.Operator), Picture(example, $"{Text(records)}\n", AskAboutFirst(records)));
            else values.Add((example, result));
        }

        Lineage.Flush();
        using RunRecording recording = RunRecording.Open(Recorder.RunDirectory!);
        bool isOfCollections = false;
        var run = new List<string>(); // the operators asked about; two families may have one of the same name
        foreach ((Example example, object? value) in values.OrderBy(each => each.Example.Family != Linq))
        {
            if (example.Family != Linq && run.Count > 0 && !isOfCollections) run.Clear();
            isOfCollections = example.Family != Linq;
            RecordedOutput output = recording.Outputs.Where(output => recording.Site(output.Block.Site) is { } site && site.Operator == Title(example) && IsOf(site.File, example)).ElementAt(run.Count(other => other == example.Operator));
            run.Add(example.Operator);
            SpanColumn column = recording.ReadColumn(output);
            LineageGraph answer = GraphBuilder.Build(recording, "result", column[0], column.Step);
            answers.Add((example.Family, example.Operator), Picture(example, string.Create(CultureInfo.InvariantCulture, $"{value}\n"), answer));
        }
        return answers;
    }

    // One file has the examples of LINQ, another one those of collections, where a family may have an operator of another one's name.
    private static bool IsOf(string? file, Example example) => file is not null && Path.GetFileName(file) == (example.Family == Linq ? "Examples.cs" : "CollectionExamples.cs");

    private static LineageGraph AskAboutFirst(IEnumerable records) => records switch
    {
        IEnumerable<int> numbers => Lineage.Of(numbers, 0, "result").Why(),
        IEnumerable<string> words => Lineage.Of(words, 0, "result").Why(),
        IEnumerable<(int, int)> pairs => Lineage.Of(pairs, 0, "result").Why(),
        IEnumerable<KeyValuePair<int, int>> pairs => Lineage.Of(pairs, 0, "result").Why(),
        IEnumerable<int[]> chunks => Lineage.Of(chunks, 0, "result").Why(),
        IEnumerable<IGrouping<int, int>> groups => Lineage.Of(groups, 0, "result").Why(),
        _ => throw new NotSupportedException($"No example gives {records.GetType()} yet: add it here."),
    };

    private static string Picture(Example example, string result, LineageGraph answer)
    {
        string code = Block().Replace(Kept().Replace(example.Text, ""), "$1");
        string lineage = Place().Replace(answer.ToString(), "").ReplaceLineEndings("\n").TrimEnd();
        return $"```csharp\n{code}   // {result}```\n\n```text\n{lineage}\n```\n\n";
    }

    private static string Text(IEnumerable records)
        => string.Join(", ", records.Cast<object>().Select(record => record is IGrouping<int, int> group ? $"{group.Key}: [{Text(group)}]" : record is IEnumerable inner and not string ? $"[{Text(inner)}]" : string.Create(CultureInfo.InvariantCulture, $"{record}")));

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Weaver.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException($"no Weaver.sln above {AppContext.BaseDirectory}: the tests run from a checkout");
    }

    [GeneratedRegex(@"^\{ (.*) return \w+; \}$")]
    private static partial Regex Block();

    [GeneratedRegex(@"^Kept<\w+>\.Value = ")]
    private static partial Regex Kept();

    [GeneratedRegex(@"(@| )(Collection)?Examples\.cs:\d+")]
    private static partial Regex Place();
}
