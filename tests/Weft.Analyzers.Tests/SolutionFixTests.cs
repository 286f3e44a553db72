using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Weft.Analyzers.ExecutionUnits;
using Weft.Analyzers.Lineage;

namespace Weft.Analyzers.Tests;

/// <summary>Proves of a solution of two projects, one of which refers to the other, that all is mended at once in both, and that what is declared in one is changed where the other uses it.</summary>
public sealed class SolutionFixTests
{
    private static readonly WeftAnalyzer _analyzer = new();

    [Fact]
    public async Task FixAll_OfASolution_MendsBothProjects()
    {
        Solution before = Create(
            """
            using Weft;

            namespace Shop;

            public class Importer
            {
                public void Run()
                {
                    var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "import"); // one
                    scope.Unit.Event(EventKind.Send);
                }
            }
            """,
            """
            using Weft;

            class Program
            {
                void Run()
                {
                    new Shop.Importer().Run();
                    ExecutionUnit.Start(ExecutionUnitKind.Task, "a");
                    ExecutionUnit.Start(ExecutionUnitKind.Task, "b");
                }
            }
            """);

        Solution after = await FixAllAsync(before, new NeverCompletedFix(), "WEFT107", FixAllScope.Solution, found: 3);

        await AssertCleanAsync(after, "WEFT107");
        Assert.Contains("using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, \"import\"); // one", await TextOfAsync(after, "Shop"), StringComparison.Ordinal);
        Assert.Contains("using ExecutionUnitScope unitScope2 = ExecutionUnit.Start(ExecutionUnitKind.Task, \"b\");", await TextOfAsync(after, "Program"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FixAll_OfASolution_ChangesWhatTheOtherProjectUses()
    {
        Solution before = Create(StateSource, UserSource);

        Solution after = await FixAllAsync(before, new SharedStateFix(), "WEFT103", FixAllScope.Solution, found: 2);

        await AssertCleanAsync(after, "WEFT103");
        Assert.Contains("public static TraceContext Main; // the program's own", await TextOfAsync(after, "Shop"), StringComparison.Ordinal);
        string user = await TextOfAsync(after, "Program");
        Assert.Contains("State.Main = unit.Context; // kept", user, StringComparison.Ordinal);
        Assert.Contains("\"later\", State.Main)", user, StringComparison.Ordinal);
        Assert.Contains("static TraceContext s_own;", user, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FixAll_OfOneProject_ChangesUsesInTheOtherAndNothingElse()
    {
        Solution before = Create(StateSource, UserSource);

        Solution after = await FixAllAsync(before, new SharedStateFix(), "WEFT103", FixAllScope.Project, found: 1);

        string user = await TextOfAsync(after, "Program");
        Assert.Contains("State.Main = unit.Context; // kept", user, StringComparison.Ordinal);
        Assert.Contains("static ExecutionUnit? s_own;", user, StringComparison.Ordinal);
        Assert.Equal("WEFT103", Assert.Single(await FindAsync(after)).Diagnostic.Id);
    }

    [Fact]
    public async Task FixAll_OfARecordThatBothProjectsWrite_IncludesItsMemberOnce()
    {
        Solution before = Create(
            """
            using System.Text.Json;
            using Weft;

            namespace Shop;

            public class Order
            {
                public int Id { get; set; }
                public TraceContext Trace;
                public string Write() => JsonSerializer.Serialize(this);
            }
            """,
            """
            using System.Text.Json;
            class Program
            {
                string Write(Shop.Order order) => JsonSerializer.Serialize(order);
                string WriteAll(Shop.Order[] orders) => JsonSerializer.Serialize(orders);
            }
            """);

        Solution after = await FixAllAsync(before, new DroppedBySerializerFix(), "WEFT304", FixAllScope.Solution, found: 1);

        await AssertCleanAsync(after, "WEFT304");
        Assert.Single((await TextOfAsync(after, "Shop")).Split("JsonInclude")[1..]);
    }

    [Fact]
    public async Task FixAll_OfAMessageThatAnotherProjectDeclares_ChangesItThere()
    {
        Solution before = Create(
            "namespace Shop;\n\npublic record Message(int Number, Weft.ExecutionUnit Sender);\n",
            """
            using System.Collections.Concurrent;
            using Shop;
            using Weft;

            class Program
            {
                private readonly ConcurrentBag<Message> _messages = new();
                void Send(ExecutionUnit unit) => _messages.Add(new Message(1, unit));
                void SendAgain(ExecutionUnit unit) => _messages.Add(new Message(2, unit));
            }
            """);

        Solution after = await FixAllAsync(before, new HandedOverAsDataFix(), "WEFT104", FixAllScope.Solution, found: 2);

        await AssertCleanAsync(after, "WEFT104");
        Assert.Equal("namespace Shop;\n\npublic record Message(int Number, Weft.TraceContext Sender);\n", await TextOfAsync(after, "Shop"));
        Assert.Contains("new Message(2, unit.Context)", await TextOfAsync(after, "Program"), StringComparison.Ordinal);
    }

    // As a build sees it: compiled.
    [Fact]
    public async Task Message_OfACompiledLibrary_IsFlaggedAsInTheEditor()
    {
        Solution solution = Create("namespace Shop;\npublic record Message(int Number, Weft.ExecutionUnit Sender);\n", """
            class Program
            {
                private readonly System.Collections.Concurrent.ConcurrentBag<Shop.Message> _messages = new();
                void Send(Weft.ExecutionUnit unit) => _messages.Add(new Shop.Message(1, unit));
            }
            """);
        using var library = new MemoryStream();
        Assert.True((await ProjectOf(solution, "Shop").GetCompilationAsync())!.Emit(library).Success);
        Project program = ProjectOf(solution, "Program");
        program = program.WithProjectReferences([]).AddMetadataReference(MetadataReference.CreateFromImage(library.ToArray()));

        Assert.Equal("WEFT104", Assert.Single((await TestProject.AnalyzeAsync(program, _analyzer, CancellationToken.None)).Diagnostics).Id);
    }

    private const string StateSource = """
        using Weft;

        namespace Shop;

        public static class State
        {
            public static ExecutionUnit? Main; // the program's own
        }
        """;

    private const string UserSource = """
        using Shop;
        using Weft;

        class Program
        {
            static ExecutionUnit? s_own;
            void Keep(ExecutionUnit unit) => State.Main = unit; // kept
            void KeepOwn(ExecutionUnit unit) => s_own = unit;

            void Later()
            {
                using var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "later", State.Main!.Context);
            }
        }
        """;

    private static Solution Create(string library, string program)
    {
        var state = new SolutionState();
        state.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(SpanId).Assembly.Location));
        state.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.WeftMode = Record\n"));
        Project shop = TestProject.Add(new AdhocWorkspace().CurrentSolution, "Shop", state, [("/0/Shop.cs", library)]);
        return TestProject.Add(shop.Solution, "Program", state, [("/0/Program.cs", program)], shop).Solution;
    }

    // What the library's project has, or both.
    private static async Task<Solution> FixAllAsync(Solution solution, CodeFixProvider fix, string rule, FixAllScope scope, int found)
    {
        Project library = ProjectOf(solution, "Shop");
        (Project Project, Diagnostic Diagnostic)[] all = [.. (await FindAsync(solution)).Where(each => scope == FixAllScope.Solution || each.Project.Id == library.Id)];
        Assert.Equal(Enumerable.Repeat(rule, found), all.Select(each => each.Diagnostic.Id));
        var context = new FixAllContext(library.Documents.First(), fix, scope, null, fix.FixableDiagnosticIds, new Given(all), CancellationToken.None);
        CodeAction action = Assert.IsAssignableFrom<CodeAction>(await fix.GetFixAllProvider()!.GetFixAsync(context));
        Solution changed = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return changed;
    }

    private static async Task AssertCleanAsync(Solution solution, string rule)
        => Assert.DoesNotContain(await FindAsync(solution), each => each.Diagnostic.Id == rule || each.Diagnostic.Severity == DiagnosticSeverity.Error);

    private static async Task<List<(Project Project, Diagnostic Diagnostic)>> FindAsync(Solution solution)
    {
        var found = new List<(Project, Diagnostic)>();
        foreach (Project project in solution.Projects)
            found.AddRange((await TestProject.AnalyzeAsync(project, _analyzer, CancellationToken.None)).Diagnostics.Select(diagnostic => (project, diagnostic)));
        return found;
    }

    private static async Task<string> TextOfAsync(Solution solution, string project) => (await ProjectOf(solution, project).Documents.Single().GetTextAsync()).ToString();

    private static Project ProjectOf(Solution solution, string name) => solution.Projects.Single(project => project.Name == name);

    private sealed class Given((Project Project, Diagnostic Diagnostic)[] found) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult(found.Where(each => each.Project.Id == project.Id).Select(each => each.Diagnostic));

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => GetAllDiagnosticsAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
