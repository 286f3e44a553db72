using System.Globalization;

namespace Weft.Analyzers.Tests.Growth;

/// <summary>Source that grows in one direction: n times the same, with a number in it.</summary>
/// <param name="Name">What grows.</param>
/// <param name="Each">What is repeated; <c>@</c> is the number.</param>
/// <param name="Around">What is around; <c>EACH</c> is where it goes.</param>
internal sealed record GrowingSource(string Name, string Each, string Around)
{
    private const string Usings = "using System;\nusing System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Collections.Immutable;\nusing System.Linq;\nusing System.Text.Json;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing Weft;\n";

    private const string Kit = """

        static class Kit
        {
            public static void Send(int number, TraceContext context = default) { }
            public static void Put(int number) { }
            public static void Put(int number, TraceContext context) { }
            public static Task SendAsync(int number, ExecutionUnit unit) => Task.CompletedTask;
            public static readonly ConcurrentBag<Plain> Plains = new();
            public static readonly SortedSet<int> Sorted = new();
            public static readonly ManualResetEventSlim Gate = new();
        }
        class Plain { public int Id; }
        class Traced { public int A, B, C; public TraceContext Trace; }
        """;

    private const string Method = "class Place\n{\n    async Task Handle(ExecutionUnit unit, TraceContext cause, Traced given, List<int> numbers, List<Traced> traced)\n    {\n        await Task.Yield();\nEACH    }\n}\n";

    private const string NotWoven = "[NotWoven]\n" + Method;

    /// <summary>Whether there is nothing to say of it.</summary>
    internal bool IsSilent { get; init; }

    /// <summary>Whether it is a program of top-level statements.</summary>
    internal bool IsProgram { get; init; }

    internal static GrowingSource[] All { get; } =
    [
        new("classes", "class Place@\n{\n    static ExecutionUnit Unit = null!;\n    void Handle(ExecutionUnit unit)\n    {\n        Task.Run(() => unit.Event(EventKind.Send));\n    }\n}\n", "EACH"),
        new("members of a class", "    void Handle@(ExecutionUnit unit)\n    {\n        Task.Run(() => unit.Event(EventKind.Send));\n    }\n", "class Place\n{\nEACH}\n"),
        new("members of a line each", "    void Handle@(ExecutionUnit unit) => Task.Run(() => unit.Event(EventKind.Send));\n", "class Place\n{\nEACH}\n"),
        new("members on one line", "void Handle@(ExecutionUnit unit) => Task.Run(() => unit.Event(EventKind.Send)); ", "class Place { EACH }\nclass Other { void Handle(ExecutionUnit unit) => Task.Run(() => unit.Event(EventKind.Send)); }\n") { IsSilent = true },
        new("fields", "    static ExecutionUnit Unit@ = null!, Other@ = null!;\n    ExecutionUnit Third@ { get; set; } = null!;\n", "class Place\n{\n    static readonly Place One = new();\n    private Place() { }\nEACH}\n"),
        new("properties of a record", "SpanId Span@, int Id@, ", "record Place(EACH int Last);\n") { IsSilent = true },
        new("statements", """
                    using ExecutionUnitScope scope@ = ExecutionUnit.Start(ExecutionUnitKind.Handler, "handle", cause);
                    List<int> lines@ = numbers.Where(line => line > @).OrderBy(line => line).ToList();
                    int sum@ = lines@.GroupBy(line => line % 3).Select(group => group.Sum()).Sum();
                    await Task.Run(() => Kit.Send(sum@));
                    Task left@ = Kit.SendAsync(@, scope@.Unit), right@ = Kit.SendAsync(@, scope@.Unit);
                    await Task.WhenAll(left@, right@);
                    Kit.Plains.Add(new Plain());
                    scope@.Unit.Annotate("sum", "s" + sum@);
                    Kit.Send(@, cause);
                    Kit.Send(@);
                    Kit.Put(@);
            """, Method),
        new("top-level statements", "Task.Run(() => unit.Event(EventKind.Send));\nvar scope@ = ExecutionUnit.Start(ExecutionUnitKind.Task, \"never\");\n", "ExecutionUnit unit = ExecutionUnit.Current;\nEACH") { IsProgram = true },
        new("uses of one unit", "        unit.Event(EventKind.Send);\n        var kept@ = unit;\n        kept@.Annotate(\"a\", \"b\" + @);\n        Task.Run(() => unit.Event(EventKind.Send));\n", Method),
        new("ends of one scope", "        unit@ = scope.Unit;\n        scope.Dispose();\n        unit@.Event(EventKind.Send);\n        scope = ExecutionUnit.Start(ExecutionUnitKind.Task, \"again\");\n", Method.Replace("EACH", "        var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, \"first\");\nEACH", StringComparison.Ordinal).Replace("unit@ =", "ExecutionUnit unit@ =", StringComparison.Ordinal)),
        new("ends in branches", "        if (numbers.Count > @) { scope.Dispose(); scope.Unit.Event(EventKind.Send); return; }\n        scope.Unit.Event(EventKind.Send);\n", Method.Replace("EACH", "        var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, \"first\");\nEACH", StringComparison.Ordinal)),
        new("units of threads", "        var bound@ = ExecutionUnit.Start(ExecutionUnitKind.Thread, \"bound\");\n        numbers.Add(@);\n", "class Place\n{\n    void Handle(List<int> numbers)\n    {\nEACH    }\n}\n") { IsSilent = true },
        new("units of threads, with an end", "        var bound@ = ExecutionUnit.Start(ExecutionUnitKind.Thread, \"bound\");\n        await Task.Yield();\n        bound@.Dispose();\n", Method),
        new("scopes in blocks", "        { using var scope@ = ExecutionUnit.Start(ExecutionUnitKind.Task, \"a\"); Kit.Send(@); }\n        Kit.Send(@, cause);\n        new Thread(() => { using var later = ExecutionUnit.Start(ExecutionUnitKind.Task, \"b\"); }).Start();\n", Method.Replace("EACH", "        using var handler = ExecutionUnit.Start(ExecutionUnitKind.Handler, \"h\", cause);\nEACH", StringComparison.Ordinal)),
        new("suppressed flows", "        using var flow@ = ExecutionContext.SuppressFlow();\n        Task.Run(() => ExecutionUnit.Current.Event(EventKind.Send));\n", NotWoven),
        new("flows that go on", "        Task.Run(() => ExecutionUnit.Current.Event(EventKind.Send));\n", NotWoven) { IsSilent = true },
        new("signals", "        Kit.Gate.Set();\n", NotWoven) { IsSilent = true },
        new("tasks", "        tasks.Add(Kit.SendAsync(@, unit));\n        var task@ = Kit.SendAsync(@, unit);\n        await Task.WhenAll(task@, first);\n        await Task.WhenAny(first, task@);\n", Method.Replace("EACH", "        var tasks = new List<Task>();\n        Task first = Kit.SendAsync(0, unit);\nEACH", StringComparison.Ordinal)),
        new("tasks of one call", "Kit.SendAsync(@, unit), ", Method.Replace("EACH", "        await Task.WhenAll(EACH Kit.SendAsync(0, unit));\n", StringComparison.Ordinal)) { IsSilent = true },
        new("a method that is handed over", "        unit.Event(EventKind.Send);\n        Task.Run(Work);\n        Task.Run(Local);\n", "class Place\n{\n    ExecutionUnit unit = null!;\n    void Work()\n    {\n        void Local()\n        {\nEACH        }\nEACH    }\n}\n"),
        new("overloads", "    static void Send@(int number) { }\n    static void Send@(int number, TraceContext context) { }\n    static void Same(int a, N@ n) { }\n    static void Same(int a, N@ n, TraceContext context) { }\n    void Call@(TraceContext context) { Send@(1);\n Same(1, new N@()); }\n    class N@ { }\n", "class Place\n{\nEACH}\n"),
        new("members of a message", "    public int M@;\n    public void Send@(TraceContext context) { Kit.Plains.Add(new Plain());\n Kit.Gate.Set(); Message.All.Add(this);\n }\n", "class Message\n{\n    public static readonly ConcurrentBag<Message> All = new();\nEACH}\n"),
        new("copies by hand", "        var copy@ = new Traced { A = given.A, B = given.B, C = given.C };\n        Console.WriteLine(given.Trace);\n", Method),
        new("messages that are received", "        foreach (Traced message@ in traced)\n        {\n            using var handled = ExecutionUnit.Start(ExecutionUnitKind.Handler, \"received\");\n            Console.WriteLine(given.Trace);\n        }\n", Method),
        new("records that are written", "        Console.WriteLine(JsonSerializer.Serialize(given));\n", Method),
        new("a chain of calls", ".Add(@)", Method.Replace("EACH", "        object made = ImmutableList<int>.EmptyEACH;\n        object other = ImmutableList.ToImmutableList(numbers)EACH;\n", StringComparison.Ordinal)) { IsSilent = true },
        new("a collection that is built", "        builder.Add(@);\n        object made@ = builder.ToImmutable();\n        object some@ = sorted.GetViewBetween(@, @);\n        object own@ = own.GetViewBetween(@, @);\n        int[] spread@ = [.. numbers, @];\n", Method.Replace("EACH", "        var builder = ImmutableList.CreateBuilder<int>();\n        var own = new SortedSet<int>();\n        SortedSet<int> sorted = Kit.Sorted;\nEACH", StringComparison.Ordinal)),
        new("readings in branches", "if (numbers.Count == @) Console.WriteLine(flow.Sum()); else ", Method.Replace("EACH", "        IEnumerable<int> flow = numbers.Select(n => n + 1);\n        EACH Console.WriteLine(flow.Max());\n", StringComparison.Ordinal)) { IsSilent = true },
        new("readings in cases", "            case @: Console.WriteLine(flow.Sum()); return;\n", Method.Replace("EACH", "        IEnumerable<int> flow = numbers.Select(n => n + 1);\n        switch (numbers.Count)\n        {\nEACH        }\n", StringComparison.Ordinal)) { IsSilent = true },
        new("flows that are read twice", "        IEnumerable<int> flow@ = numbers.Select(n => n + 1);\n        Console.WriteLine(flow@.Sum() + flow@.Max());\n        object rebuilt@ = Enumerable.Range(0, numbers.Count).Select(i => numbers[i]).ToList();\n", Method),
        new("a function that is long", "            unit.Event(EventKind.Send);\n", Method.Replace("EACH", "        Task.Run(() =>\n        {\nEACH        });\n", StringComparison.Ordinal)) { IsSilent = true },
    ];

    /// <summary>The source, of a size.</summary>
    internal string Of(int size)
    {
        string each = string.Concat(Enumerable.Range(0, size).Select(number => Each.Replace("@", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        return Usings + Around.Replace("EACH", each, StringComparison.Ordinal) + Kit;
    }
}
