using System.Globalization;
using System.Text;
using Weft.Analyzers;

namespace Weft.Rules;

/// <summary>Whether the rules' time grows as the source does: the same members in more and more classes, and in one that gets longer and longer.</summary>
internal static class Growth
{
    private const int Classes = 250;
    private const int Statements = 40;
    private const int Runs = 5;

    private static readonly int[] _sizes = [1, 2, 4, 8];

    // What a service does, with something for each kind of rule to look at.
    private const string Member = """
            async Task Handle{0}(Order order, ExecutionUnit unit, TraceContext cause)
            {{
        {1}
            }}
        """;

    private const string Body = """
                using ExecutionUnitScope scope{0} = ExecutionUnit.Start(ExecutionUnitKind.Handler, "handle", cause);
                List<Line> lines{0} = order.Lines.Where(line => line.Count > {0}).OrderBy(line => line.Price).ToList();
                var totals{0} = lines{0}.GroupBy(line => line.Kind).Select(group => group.Sum(line => line.Count * line.Price));
                decimal sum{0} = totals{0}.Sum();
                foreach (Line line in lines{0}) if (line.Price > sum{0}) _late.Add(new Line(line.Kind, line.Count, line.Price));
                await Task.Run(() => Send(order.Id + {0}, sum{0}));
                Task left{0} = SendAsync(order.Id, scope{0}.Unit.Context), right{0} = SendAsync(order.Id, scope{0}.Unit.Context);
                await Task.WhenAll(left{0}, right{0});
                await _channel.Writer.WriteAsync(order);
                _bag.Add(order);
                scope{0}.Unit.Annotate("sum", sum{0}.ToString());
                if (lines{0}.Count > 3) scope{0}.Unit.Event(EventKind.Send);
        """;

    private const string Rest = """
            private readonly List<Line> _late = new();
            private readonly System.Threading.Channels.Channel<Order> _channel = System.Threading.Channels.Channel.CreateUnbounded<Order>();
            private readonly System.Collections.Concurrent.ConcurrentBag<Order> _bag = new();
            void Send(int id, decimal sum) {{ lock (_late) _late.Clear(); }}
            Task SendAsync(int id, TraceContext context = default) => Task.CompletedTask;
        """;

    private const string Types = "using Weft;\nrecord Line(string Kind, int Count, decimal Price);\nrecord Order(int Id, Line[] Lines, TraceContext Trace);\n";

    internal static void Print(TextWriter output)
    {
        Run("warming up", Runs, output: null, size => OfClasses(size));
        Run("classes", Runs, output, size => OfClasses(size));
        Run("length of one member", Runs, output, size => OfStatements(size));
    }

    private static void Run(string what, int runs, TextWriter? output, Func<int, string> source)
    {
        CorpusResult? smallest = null;
        foreach (int size in _sizes)
        {
            string text = source(size);
            CorpusResult[] results = [.. Enumerable.Range(0, output is null ? 1 : runs).Select(_ => Measure(text))];
            CorpusResult median = results.OrderBy(result => result.Rules).ElementAt(results.Length / 2);
            median.Compiler = results.Select(result => result.Compiler).Order().ElementAt(results.Length / 2);
            smallest ??= median;
            output?.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{what} x {size}: {median.Lines:N0} lines, rules {median.Rules.TotalMilliseconds:N0} ms (x {median.Rules / smallest.Rules:N1}), {median.Rules.TotalMicroseconds / median.Lines:N2} us a line; compiler {median.Compiler.TotalMilliseconds:N0} ms (x {median.Compiler / smallest.Compiler:N1}); {median.Rules / median.Compiler:P1}"));
        }
    }

    private static CorpusResult Measure(string text)
    {
        var result = new CorpusResult();
        Corpus.Run(new SourceTree("growth", "-", [("Growth.cs", text)]), Vocabulary.Weft, new BuildProperties("Record"), result);
        return result;
    }

    private static string OfClasses(int size) => Types + string.Concat(Enumerable.Range(0, Classes * size).Select(number => Class(number, Format(Member, 0, Format(Body, 0)))));

    private static string OfStatements(int size)
    {
        var body = new StringBuilder();
        for (int number = 0; number < Statements * size; number++) body.AppendLine(Format(Body, number));
        return Types + Class(0, Format(Member, 0, body));
    }

    private static string Class(int number, string member) => $"sealed class Service{number}\n{{\n{Format(Rest)}\n{member}\n}}\n";

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
