using Microsoft.CodeAnalysis.CodeFixes;
using Weft.Analyzers.Cost;
using Weft.Analyzers.ExecutionUnits;
using Weft.Analyzers.Lineage;
using Weft.Analyzers.Propagation;

namespace Weft.Analyzers.Tests.FixMatrix;

/// <summary>Code that a rule finds something in, to be put into every shape.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Fix">Its fix.</param>
/// <param name="Code">Statements, or one expression statement, over <c>unit</c>, <c>cause</c>, <c>outer</c> and the members of <c>Kit</c>.</param>
internal sealed record FixCase(string Rule, CodeFixProvider Fix, string Code)
{
    private const string Around = "TraceContext cause = unit.Context;\nusing ExecutionUnitScope outer = ExecutionUnit.Start(ExecutionUnitKind.Handler, \"outer\", cause);\n";

    internal const string Usings = "using System;\nusing System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing Weft;\n\n";

    /// <summary>What the cases talk to, in a file of its own.</summary>
    internal const string Kit = Usings + """
        static class Kit
        {
            public static readonly ConcurrentBag<Message> Messages = new();
            public static readonly ConcurrentQueue<Traced> Received = new();
            public static readonly SortedSet<int> Sorted = new();
            public static readonly ManualResetEventSlim Gate = new();
            public static readonly Noted Note = new();
            public static List<int> Numbers = new();
            public static void Send(string text, TraceContext context = default) { }
            public static Task SendAsync(int number, ExecutionUnit unit) => Task.CompletedTask;
            public static void Later([Deferred] Action work) { }
        }
        record Message(int Id);
        record Traced(int Id, TraceContext Trace);
        class Noted { public int Id { get; set; } internal TraceContext Trace { get; set; } }
        class Row { public int A, B, C; public TraceContext Trace; }
        """;

    internal static FixCase[] All { get; } =
    [
        new("WEFT101", new CapturedByConcurrentWorkFix(), "Task.Run(() => unit.Event(EventKind.Send));") { IsExpression = true },
        new("WEFT101", new CapturedByConcurrentWorkFix(), "Task.Run(() =>\n{\n    // why\n    var id = 1;\n    unit.Annotate(\"id\", id); /* told */\n});") { IsExpression = true },
        new("WEFT101", new CapturedByConcurrentWorkFix(), "new Thread(_ => { Action then = () => unit.Event(EventKind.Send); then(); }).Start();") { IsExpression = true },
        new("WEFT102", new SharedBySeveralTasksFix(), "Task.WhenAll(Kit.SendAsync(1, unit), /* two */ Kit.SendAsync(2, unit)).Wait();") { IsExpression = true },
        new("WEFT102", new SharedBySeveralTasksFix(), "var all = new List<Task>();\nforeach (int number in Kit.Numbers) all.Add(Kit.SendAsync(number, unit)); // each"),
        new("WEFT103", new SharedStateFix(), "Kept.Main = unit;") { IsExpression = true, Types = "static class Kept { public static ExecutionUnit? Main; }" },
        new("WEFT104", new HandedOverAsDataFix(), "var queue = new ConcurrentQueue<ExecutionUnit>();\nqueue.Enqueue(unit); // over\nKit.Later(() => queue.Clear());"),
        new("WEFT106", new ThreadBoundAcrossAwaitFix(), "using (var bound = ExecutionUnit.Start(ExecutionUnitKind.Thread, \"bound\"))\n{\n    await Task.Yield();\n}") { IsAsync = true },
        new("WEFT107", new NeverCompletedFix(), "var started = ExecutionUnit.Start(ExecutionUnitKind.Task, \"started\"); // begun\nstarted.Unit.Event(EventKind.Send);"),
        new("WEFT107", new NeverCompletedFix(), "ExecutionUnit.Start(ExecutionUnitKind.Task, \"dropped\");") { IsExpression = true, NotOffered = ["expression body", "expression body of a local function", "statement without braces", "switch section without braces", "loop without braces"] },
        new("WEFT201", new ForwardContextFix(), "Kit.Send(\"a\" /* text */);") { IsExpression = true },
        new("WEFT202", new OuterContextFix(), "Kit.Send(\"a\", cause /* outer */);"),
        new("WEFT203", new MessageWithoutContextFix(), "Kit.Messages.Add(new Message(1)); // sent") ,
        new("WEFT204", new ReceivedContextIgnoredFix(), "foreach (Traced message in Kit.Received)\n{\n    using var handled = ExecutionUnit.Start(ExecutionUnitKind.Handler, \"received\");\n}"),
        new("WEFT205", new DeferredWithoutContextFix(), "Kit.Later(() =>\n{\n    using var later = ExecutionUnit.Start(ExecutionUnitKind.Task, \"later\"); // then\n});") { IsExpression = true },
        new("WEFT206", new FlowSuppressedFix(), "ThreadPool.UnsafeQueueUserWorkItem(_ => { using var later = ExecutionUnit.Start(ExecutionUnitKind.Task, \"later\"); }, null);") { IsExpression = true, Mode = "Off" },
        new("WEFT207", new LongLivedWorkFix(), "new Thread(() => { using var sweeper = ExecutionUnit.Start(ExecutionUnitKind.Process, \"sweeper\"); }).Start();"),
        new("WEFT208", new DroppedWorkFix(), "Kit.SendAsync(3, unit); // on its own") { IsExpression = false },
        new("WEFT209", new SilentSignalFix(), "Kit.Gate.Set();") { IsExpression = true, Mode = "Off" },
        new("WEFT210", new NoHeadersFix(), "var client = new System.Net.Http.HttpClient(); // plain"),
        new("WEFT211", new ExecutorWithoutAnnotationFix(), "new Executor();") { IsExpression = true, Types = "class Executor { public void Post(Action   work) => Task.Run(work); }" },
        new("WEFT301", new CopiedByHandFix(), "var row = new Row();\nvar copy = new Row { A = row.A, B = row.B, C = row.C }; // by hand"),
        new("WEFT302", new LineageLostHereFix(), "var between = Kit.Sorted.GetViewBetween(1, 2); // some") { NotOffered = ["top-level statements", "lambda", "nested lambdas", "event accessor", "static local function in a lambda"] },
        new("WEFT303", new RebuiltFromIndexFix(), "var numbers = Kit.Numbers;\nvar made = Enumerable.Range(0, numbers.Count).Select(i => numbers[i] + 1).ToList();"),
        new("WEFT304", new DroppedBySerializerFix(), "var json = System.Text.Json.JsonSerializer.Serialize(Kit.Note); // written"),
        new("WEFT305", new SpanInEqualityFix(), "new Spanned(1, default);") { IsExpression = true, Types = "record Spanned(int Id, SpanId Span);" },
        new("WEFT306", new EnumeratedTwiceFix(), "var late = Kit.Numbers.Select(number => number + 1);\nint sum = late.Sum() + late.Max(); // both"),
        new("WEFT401", new EagerPayloadFix(), "unit.Annotate(\"numbers\", \"n = \" + Kit.Numbers.Count);") { IsExpression = true },
    ];

    /// <summary>Types that it needs, in the same file.</summary>
    internal string Types { get; init; } = "";

    /// <summary>Whether it awaits.</summary>
    internal bool IsAsync { get; init; }

    /// <summary>Whether it is one expression, which also does without the scope around.</summary>
    internal bool IsExpression { get; init; }

    internal string Mode { get; init; } = "Record";

    /// <summary>Shapes in which no fix is known to be right.</summary>
    internal string[] NotOffered { get; init; } = [];

    internal bool FitsInto(CodeShape shape) => (IsExpression || !shape.IsExpression) && (shape.IsAsync || !IsAsync);

    internal string In(CodeShape shape) => shape.Code.Contains('\r', StringComparison.Ordinal) ? TextIn(shape).ReplaceLineEndings("\r\n") : TextIn(shape);

    private string TextIn(CodeShape shape) => Usings + (shape.IsProgram ? shape.With(Around + Code) + "\n" : "") + (Types.Length > 0 ? Types + "\n\n" : "")
        + (shape.IsProgram ? "" : shape.With(shape.IsExpression ? Code.TrimEnd(';') : Around + Code) + "\n");

    public override string ToString() => Rule + ": " + Code.Split('\n')[0];
}
