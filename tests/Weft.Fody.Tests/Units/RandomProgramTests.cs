using System.Globalization;
using Microsoft.CodeAnalysis;
using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests.Units;

// Proves: of random programs of calls, forks, tasks, signals, semaphores, channels and concurrent collections, under a scheduler that does what is due in a random order, the recording tells of each mark exactly which
// marks happened before it: what each program itself knows by keeping sets of marks, and nothing more. And the laws of all recordings hold (EventGraph). UNIT_PROGRAMS says how many.
public class RandomProgramTests
{
    private const string Program = """
        // Does what is posted in a random order, on one thread.
        [Weft.NotWoven] sealed class Permuted(Random random) : SynchronizationContext
        {
            readonly List<(SendOrPostCallback Call, object State)> _due = new();
            public override void Post(SendOrPostCallback call, object state) { lock (_due) _due.Add((call, state)); }
            public void Run(Func<bool> isOver)
            {
                var until = System.Diagnostics.Stopwatch.StartNew();
                while (!isOver())
                {
                    (SendOrPostCallback Call, object State) next;
                    lock (_due)
                    {
                        if (_due.Count == 0) { if (until.Elapsed.TotalSeconds > 20) throw new TimeoutException("nothing is due"); continue; }
                        int i = random.Next(_due.Count);
                        next = _due[i];
                        _due.RemoveAt(i);
                    }
                    next.Call(next.State);
                }
            }
        }

        sealed class Actor { public string Name = ""; public int Marks; public HashSet<string> Known = new(); }
        sealed class Wait { public HashSet<string> Known = new(); }

        static readonly int[] s_numbers = [1, 2];

        sealed class Machine(Random random, int seed)
        {
            const int Semaphores = 3;
            readonly SemaphoreSlim[] _semaphores = Enumerable.Range(0, Semaphores).Select(i => new SemaphoreSlim(1)).ToArray();
            readonly Queue<Wait>[] _waits = Enumerable.Range(0, Semaphores).Select(i => new Queue<Wait>()).ToArray();
            readonly System.Threading.Channels.Channel<int> _channel = System.Threading.Channels.Channel.CreateUnbounded<int>();
            readonly ConcurrentQueue<HashSet<string>> _queue = new();
            readonly ConcurrentStack<HashSet<string>> _stack = new();
            readonly BlockingCollection<HashSet<string>> _blocking = new(), _over = new(new ConcurrentStack<HashSet<string>>());
            int _actors, _budget = 60;
            public readonly List<string> Expected = new();

            public Actor New(Actor parent = null) => new() { Name = seed + "/" + _actors++, Known = parent == null ? new() : new(parent.Known) };

            // What is awaited on the spot is the same executor.
            Actor Same(Actor caller) => new() { Name = seed + "/" + _actors++, Known = caller.Known };

            void Tell(Actor a)
            {
                string name = a.Name + "." + a.Marks++;
                Expected.Add(name + ":" + string.Join(",", a.Known.Order(StringComparer.Ordinal)));
                C.Mark(name);
                a.Known.Add(name);
            }

            public async Task Work(Actor a, int depth, int lowest)
            {
                var open = new List<(Task Task, Actor Child)>();
                Tell(a);
                for (int steps = random.Next(1, 6); steps > 0 && --_budget > 0; steps--)
                {
                    int what = random.Next(depth > 0 ? 14 : 3);
                    if (what == 0) Tell(a);
                    else if (what == 1) await Task.Yield();
                    else if (what == 2) { await Write(); await _channel.Reader.ReadAsync(); }
                    else if (what == 3) await Work(Same(a), depth - 1, lowest);
                    else if (what is 4 or 5) { Actor child = New(a); Task task = Work(child, depth - 1, lowest); a.Known.UnionWith(child.Known); open.Add((task, child)); }
                    else if (what == 6) { Actor child = New(a); open.Add((Task.Factory.StartNew(() => Work(child, depth - 1, lowest), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.FromCurrentSynchronizationContext()).Unwrap(), child)); }
                    else if (what == 7 && open.Count > 0) { int i = random.Next(open.Count); await open[i].Task; a.Known.UnionWith(open[i].Child.Known); open.RemoveAt(i); }
                    else if (what == 8 && open.Count > 1) { Task first = await Task.WhenAny(open.Select(each => each.Task)); a.Known.UnionWith(open.First(each => each.Task == first).Child.Known); }
                    else if (what == 9)
                    {
                        Actor child = New(a);
                        var done = new TaskCompletionSource(random.Next(2) == 0 ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
                        var known = new Wait();
                        Task task = SetAtTheEnd(child, depth - 1, lowest, done, known);
                        a.Known.UnionWith(child.Known);
                        await done.Task;
                        a.Known.UnionWith(known.Known);
                        open.Add((task, child));
                    }
                    else if (what is 10 or 11 && lowest < Semaphores)
                    {
                        int i = random.Next(lowest, Semaphores);
                        Wait wait = _semaphores[i].CurrentCount == 0 ? new Wait() : null;
                        if (wait != null) _waits[i].Enqueue(wait);
                        await _semaphores[i].WaitAsync();
                        if (wait != null) a.Known.UnionWith(wait.Known);
                        await Work(Same(a), depth - 1, i + 1);
                        await Task.Yield();
                        if (_waits[i].TryDequeue(out Wait next)) next.Known = new(a.Known);
                        _semaphores[i].Release();
                    }
                    else if (what == 12) Put(a, random.Next(4));
                    else if (what == 13 && Take(random.Next(4)) is { } known) a.Known.UnionWith(known);
                    if (random.Next(3) == 0) Tell(a);
                }
                if (random.Next(2) == 0) { await Task.WhenAll(open.Select(each => each.Task)); foreach (var each in open) a.Known.UnionWith(each.Child.Known); }
                else foreach (var each in open) { await each.Task; a.Known.UnionWith(each.Child.Known); }
                Tell(a);
            }

            // What is put in knows what its putter knows, and whoever takes it out comes behind that.
            void Put(Actor a, int where)
            {
                foreach (int one in s_numbers.Where(n => n > 0))
                {
                    HashSet<string> known = new(a.Known);
                    if (where == 0) _queue.Enqueue(known);
                    else if (where == 1) _stack.Push(known);
                    else if (where == 2) _blocking.Add(known);
                    else BlockingCollection<HashSet<string>>.AddToAny(new[] { _over }, known);
                }
            }

            HashSet<string> Take(int where)
            {
                HashSet<string> known = null;
                if (where == 0) _queue.TryDequeue(out known);
                else if (where == 1) _stack.TryPop(out known);
                else if (where == 2) _blocking.TryTake(out known);
                else BlockingCollection<HashSet<string>>.TryTakeFromAny(new[] { _over }, out known);
                return known;
            }

            async Task SetAtTheEnd(Actor a, int depth, int lowest, TaskCompletionSource done, Wait known)
            {
                await Work(Same(a), depth, lowest);
                known.Known = new(a.Known);
                done.SetResult();
                Tell(a);
            }

            async Task Write() { await Task.Yield(); _channel.Writer.TryWrite(1); }
        }

        // What each mark of a program knows, a line each.
        public static List<string> RunProgram(int seed, string run)
        {
            s_run = run;
            var random = new Random(seed);
            var machine = new Machine(random, seed);
            var context = new Permuted(random);
            SynchronizationContext before = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(context);
            try
            {
                using var scope = Weft.ExecutionUnit.Start(Weft.ExecutionUnitKind.Process, "program", new Weft.TraceContext(Weft.TraceId.New(), default));
                Task task = machine.Work(machine.New(), 4, 0);
                context.Run(() => task.IsCompleted);
                task.GetAwaiter().GetResult();
            }
            finally { SynchronizationContext.SetSynchronizationContext(before); }
            return machine.Expected;
        }
        """;

    private static int Programs => Environment.GetEnvironmentVariable("UNIT_PROGRAMS") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 60;

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void Marks_OfRandomPrograms_ComeBehindWhatTheProgramKnows(OptimizationLevel optimization)
    {
        var woven = EventPrograms.Load(Program, optimization, "using System.Collections.Concurrent;");
        Func<int, string, List<string>> run = woven.Assembly.GetType("C")!.GetMethod("RunProgram")!.CreateDelegate<Func<int, string, List<string>>>();
        string name = Guid.NewGuid().ToString("N");
        List<string> expected = [];
        for (int seed = 0; seed < Programs; seed++) expected.AddRange(run(seed, name));

        EventGraph graph = EventGraph.Of(name);
        foreach (string line in expected)
        {
            string mark = line[..line.IndexOf(':', StringComparison.Ordinal)];
            string found = $"{mark}:{string.Join(',', graph.MarksBefore(mark).Order(StringComparer.Ordinal))}";
            Assert.True(line == found, $"expected {line}\nfound    {found}\n{graph.PrintOf(mark)}");
        }
        Assert.True(expected.Count > 5 * Programs);
    }
}
