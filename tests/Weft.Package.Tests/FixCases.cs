namespace Weft.Package.Tests;

/// <summary>For each rule about units and contexts that has a fix, code that breaks it and whose recording tells.</summary>
internal static class FixCases
{
    internal static (string Rule, string Code)[] All { get; } =
    [
        ("101", """public static void Run(ExecutionUnit unit) { Task.Run(() => unit.Event(EventKind.Send)).Wait(); }"""),
        ("102", """
            static async Task Work(int number, ExecutionUnit unit) { await Task.Yield(); unit.Annotate("number", number); }
            public static void Run(ExecutionUnit unit) => Task.WhenAll(Work(1, unit), Work(2, unit)).Wait();
            """),
        ("103", """
            private static ExecutionUnit _main = null!;
            public static void Run(ExecutionUnit unit)
            {
                _main = unit;
                unit.Event(EventKind.Send);
                using ExecutionUnitScope later = ExecutionUnit.Start(ExecutionUnitKind.Task, "later", _main.Context);
            }
            """),
        ("104", """
            private static readonly System.Collections.Concurrent.BlockingCollection<ExecutionUnit> _queue = [];
            public static void Run(ExecutionUnit unit)
            {
                _queue.Add(unit);
                unit.Event(EventKind.Send);
                using ExecutionUnitScope taken = ExecutionUnit.Start(ExecutionUnitKind.Task, "taken", _queue.Take().Context);
            }
            """),
        ("106", """
            static async Task Bound()
            {
                using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Thread, "bound");
                await Task.Yield();
                scope.Unit.Annotate("kind", scope.Unit.Kind.ToString());
            }
            public static void Run(ExecutionUnit unit) => Bound().Wait();
            """),
        ("107", """
            public static void Run(ExecutionUnit unit)
            {
                var scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "never");
                scope.Unit.Event(EventKind.Send);
            }
            """),
        ("201", """
            static void Send(string text, TraceContext context = default) { using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, text, context); }
            static void Handle(ExecutionUnit unit) => Send("sent");
            public static void Run(ExecutionUnit unit) { using (ExecutionUnit.Start(ExecutionUnitKind.Task, "between")) Handle(unit); }
            """),
        ("202", """
            static void Send(string text, TraceContext context) { using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, text, context); }
            static void Handle(TraceContext cause)
            {
                using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "handler", cause);
                Send("sent", cause);
            }
            public static void Run(ExecutionUnit unit) => Handle(unit.Context);
            """),
        ("203", """
            sealed class Order { public int Id { get; init; } }
            public static void Run(ExecutionUnit unit)
            {
                var source = new TaskCompletionSource<Order>();
                source.SetResult(new Order { Id = 1 });
                unit.Event(EventKind.Send);
                Receive(source.Task.Result);
            }
            static void Receive(Order order) { using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "receive"); }
            """),
        ("204", """
            sealed class Message { public TraceContext Trace { get; init; } }
            public static void Run(ExecutionUnit unit)
            {
                var message = new Message { Trace = unit.Context };
                unit.Event(EventKind.Send);
                Receive(message);
            }
            static void Receive(Message message) { using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Handler, "receive"); }
            """),
        ("205", """
            public static void Run(ExecutionUnit unit)
            {
                var gate = new TaskCompletionSource();
                Task then = gate.Task.ContinueWith(_ => { using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "then"); });
                unit.Event(EventKind.Send);
                gate.SetResult();
                then.Wait();
            }
            """),
        ("206", """
            public static void Run(ExecutionUnit unit)
            {
                var done = new ManualResetEventSlim();
                ThreadPool.UnsafeQueueUserWorkItem(_ =>
                {
                    using (ExecutionUnit.Start(ExecutionUnitKind.Task, "unflowed")) { }
                    done.Set();
                }, null);
                done.Wait();
            }
            """),
        ("207", """
            public static void Run(ExecutionUnit unit)
            {
                using ExecutionUnitScope request = ExecutionUnit.Start(ExecutionUnitKind.Handler, "request");
                var thread = new Thread(() =>
                {
                    using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Process, "sweeper");
                });
                thread.Start();
                thread.Join();
            }
            """),
        ("208", """
            private static bool _isDone;
            static async Task Work(TraceContext cause)
            {
                await Task.Delay(100);
                using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Task, "work", cause);
                _isDone = true;
            }
            static async Task Handle(ExecutionUnit unit)
            {
                _ = Work(unit.Context);
                await Task.Yield();
                unit.Annotate("done", _isDone);
            }
            public static void Run(ExecutionUnit unit)
            {
                Handle(unit).Wait();
                Thread.Sleep(300);
            }
            """),
        ("209", """
            public static void Run(ExecutionUnit unit)
            {
                using var ready = new ManualResetEventSlim();
                ready.Set();
            }
            """),
        ("210", """
            private static readonly System.Net.Http.HttpClient _client = new System.Net.Http.HttpClient();
            public static void Run(ExecutionUnit unit)
            {
                var port = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
                port.Start();
                string address = $"http://127.0.0.1:{((System.Net.IPEndPoint)port.LocalEndpoint).Port}/";
                port.Stop();
                using var listener = new System.Net.HttpListener();
                listener.Prefixes.Add(address);
                listener.Start();
                using var request = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Get, address);
                LineageHandler.Attach(request, new LineageContext(unit.Context));
                unit.Event(EventKind.Send);
                Task<System.Net.Http.HttpResponseMessage> answer = _client.SendAsync(request);
                Serve(listener.GetContext());
                answer.Wait();
            }
            static void Serve(System.Net.HttpListenerContext call)
            {
                var headers = call.Request.Headers.AllKeys.ToDictionary(name => name!.ToLowerInvariant(), name => call.Request.Headers[name]!);
                LineageContext received = LineageContext.Extract(new DictionaryCarrier(headers));
                using (ExecutionUnit.Start(ExecutionUnitKind.Handler, "served", received.Trace)) { }
                call.Response.Close();
            }
            """),
        ("211", """
            static void Post(Action work) => Task.Run(work).Wait();
            public static void Run(ExecutionUnit unit) { Post(() => unit.Event(EventKind.Send)); }
            """),
    ];

    internal static string Program { get; } = $$"""
        using Weft;

        (string Rule, Action<ExecutionUnit> Run)[] cases = [{{string.Join(", ", All.Select(each => $"(\"{each.Rule}\", Case{each.Rule}.Run)"))}}];
        foreach ((string rule, Action<ExecutionUnit> run) in cases)
        {
            using ExecutionUnitScope scope = ExecutionUnit.Start(ExecutionUnitKind.Process, "case", new TraceContext(TraceId.New(), default));
            Console.WriteLine($"case {rule} {scope.Unit.Trace}");
            run(scope.Unit);
        }
        """;

    // Not woven: of woven code the weaver follows some of these hand-overs by itself, and the rules are silent.
    internal static string FileOf(string rule, string code) => $"using Weft;\n\n[NotWoven]\nstatic class Case{rule}\n{{\n    {code.ReplaceLineEndings("\n    ")}\n}}\n";
}
