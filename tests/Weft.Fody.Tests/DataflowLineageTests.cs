using Weft.Fody.Tests.Harness;
using Xunit;

namespace Weft.Fody.Tests;

// Proves: what comes out of a network of dataflow blocks follows from what was sent into it, block by block, however the blocks work and are linked; what code that is not woven sends, or does
// in between, is said to be cut. Woven against the product's runtime, in Debug and Release.
public class DataflowLineageTests
{
    private const string Program = """
        static (string, string) Answer<T>(List<T> list, int at) => (string.Join(",", list), Weft.Lineage.Of(list, at, "list").Why().ToString());
        static readonly int[] s_numbers = [3, 1, 2];
        static readonly DataflowLinkOptions s_link = new() { PropagateCompletion = true };
        static List<int> Numbers() => s_numbers.Where(n => n > 1).ToList();
        static void Fill(ITargetBlock<int> target) { foreach (int n in Numbers()) target.Post(n); target.Complete(); }
        static async Task<List<T>> Read<T>(IReceivableSourceBlock<T> source)
        {
            var list = new List<T>();
            await foreach (T item in source.ReceiveAllAsync()) list.Add(item);
            return list;
        }

        public static object Buffer() { var block = new BufferBlock<int>(); Fill(block); return Answer(Read(block).Result, 1); }
        public static object Transform() { var block = new TransformBlock<int, string>(n => "n" + n); Fill(block); return Answer(Read(block).Result, 1); }
        public static object TransformAsync() { var block = new TransformBlock<int, string>(async n => { await Task.Yield(); return "n" + n; }); Fill(block); return Answer(Read(block).Result, 1); }
        public static object TransformParallel()
        {
            var block = new TransformBlock<int, string>(n => "n" + n, new ExecutionDataflowBlockOptions { MaxDegreeOfParallelism = 4 });
            Fill(block);
            return Answer(Read(block).Result, 1);
        }
        public static object TransformUnordered()
        {
            var block = new TransformBlock<int, int>(async n => { await Task.Yield(); return n; }, new ExecutionDataflowBlockOptions { MaxDegreeOfParallelism = 4, EnsureOrdered = false });
            Fill(block);
            return Answer(Read(block).Result.Order().ToList(), 0);
        }
        public static object TransformMany() { var block = new TransformManyBlock<int, int>(n => new[] { n, -n }); Fill(block); return Answer(Read(block).Result, 3); }
        public static object TransformManyLazy() { var block = new TransformManyBlock<int, int>(n => Enumerable.Range(n, 2).Select(i => i * 10)); Fill(block); return Answer(Read(block).Result, 3); }
        public static object Batch()
        {
            var block = new BatchBlock<int>(2);
            foreach (int n in Numbers()) block.Post(n);
            foreach (int n in Numbers()) block.Post(n * 10);
            block.Complete();
            return Answer(Read(block).Result.Select(batch => batch.Length).ToList(), 1);
        }
        public static object BatchMembers()
        {
            var block = new BatchBlock<int>(2);
            Fill(block);
            var list = new List<int>();
            foreach (int[] batch in Read(block).Result)
                foreach (int n in batch) list.Add(n);
            return Answer(list, 1);
        }
        public static object Join()
        {
            var block = new JoinBlock<int, int>();
            foreach (int n in Numbers()) block.Target1.Post(n);
            foreach (int n in s_numbers.Where(n => n < 3).ToList()) block.Target2.Post(n * 10);
            block.Complete();
            return Answer(Read(block).Result, 1);
        }
        public static object BatchedJoin()
        {
            var block = new BatchedJoinBlock<int, int>(2);
            foreach (int n in Numbers()) { block.Target1.Post(n); block.Target2.Post(-n); }
            block.Complete();
            return Answer(Read(block).Result.Select(pair => pair.Item1.Count + pair.Item2.Count).ToList(), 1);
        }
        public static object Broadcast()
        {
            var block = new BroadcastBlock<int>(n => n);
            var left = new BufferBlock<int>(); var right = new BufferBlock<int>();
            block.LinkTo(left, s_link); block.LinkTo(right, s_link);
            Fill(block);
            return Answer(Read(right).Result, 1);
        }
        public static object WriteOnce() { var block = new WriteOnceBlock<int>(null); var after = new BufferBlock<int>(); block.LinkTo(after, s_link); Fill(block); return Answer(Read(after).Result, 0); }
        public static object Network()
        {
            var parse = new TransformBlock<int, int>(n => n * 2, new ExecutionDataflowBlockOptions { BoundedCapacity = 1 });
            var even = new BufferBlock<int>(new DataflowBlockOptions { BoundedCapacity = 1 });
            var print = new TransformBlock<int, string>(n => "n" + n, new ExecutionDataflowBlockOptions { MaxDegreeOfParallelism = 2, BoundedCapacity = 1 });
            parse.LinkTo(even, s_link, n => n % 2 == 0);
            parse.LinkTo(DataflowBlock.NullTarget<int>(), n => n % 2 == 1);
            even.LinkTo(print, s_link);
            Send(parse);
            return Answer(Read(print).Result, 1);
        }
        static async void Send(ITargetBlock<int> target) { foreach (int n in Numbers()) await target.SendAsync(n); target.Complete(); }
        public static object Encapsulated()
        {
            var first = new TransformBlock<int, int>(n => n + 1); var second = new TransformBlock<int, string>(n => "n" + n);
            first.LinkTo(second, s_link);
            IPropagatorBlock<int, string> both = DataflowBlock.Encapsulate(first, second);
            var after = new BufferBlock<string>();
            both.LinkTo(after, s_link);
            Fill(both);
            return Answer(Read(after).Result, 1);
        }
        public static object Received()
        {
            var block = new BufferBlock<int>();
            foreach (int n in Numbers()) block.Post(n);
            var list = new List<string>();
            int first = block.Receive();
            list.Add("r" + first);
            if (block.TryReceive(out int second)) list.Add("t" + second);
            return Answer(list, 1);
        }
        public static object ReceivedLater() => Answer(ReceiveLater().Result, 1);
        static async Task<List<string>> ReceiveLater()
        {
            var block = new BufferBlock<int>();
            var list = new List<string>();
            Task filling = Task.Run(async () => { foreach (int n in Numbers()) { await Task.Delay(20); block.Post(n); } });
            for (int i = 0; i < 2; i++) { int n = await block.ReceiveAsync(); list.Add("a" + n); }
            await filling;
            return list;
        }
        public static object ReceivedAll()
        {
            var block = new BufferBlock<int>();
            foreach (int n in Numbers()) block.Post(n);
            block.TryReceiveAll(out IList<int> items);
            return Answer(items.Select(n => "i" + n).ToList(), 1);
        }
        public static object PostedOn()
        {
            var after = new BufferBlock<string>();
            var block = new ActionBlock<int>(n => { after.Post("p" + n); });
            Fill(block);
            block.Completion.Wait();
            after.Complete();
            return Answer(Read(after).Result, 1);
        }
        public static object SentOn()
        {
            var after = new BufferBlock<string>(new DataflowBlockOptions { BoundedCapacity = 1 });
            var block = new ActionBlock<int>(async n => { await Task.Yield(); await after.SendAsync("p" + n); });
            Fill(block);
            block.Completion.ContinueWith(_ => after.Complete());
            return Answer(Read(after).Result, 1);
        }
        public static object Added() { var list = new List<string>(); var block = new ActionBlock<int>(n => list.Add("a" + n)); Fill(block); block.Completion.Wait(); return Answer(list, 1); }
        public static object AddedLater()
        {
            var list = new List<string>();
            var block = new ActionBlock<int>(async n => { await Task.Delay(1); list.Add("a" + n); }, new ExecutionDataflowBlockOptions { BoundedCapacity = 1, SingleProducerConstrained = true });
            Send(block);
            block.Completion.Wait();
            return Answer(list, 1);
        }
        sealed class Store { public readonly List<string> Names = new(); public void Take(int n) { if (n > 2) return; Names.Add("s" + n); } }
        public static object AddedByMethod() { var store = new Store(); var block = new ActionBlock<int>(store.Take); Fill(block); block.Completion.Wait(); return Answer(store.Names, 0); }
        [Weft.NotWoven] static void FillUnseen(ITargetBlock<int> target) { foreach (int n in Numbers()) target.Post(n); target.Complete(); }
        public static object SentUnseen() { var block = new TransformBlock<int, string>(n => "n" + n); FillUnseen(block); return Answer(Read(block).Result, 1); }
        [Weft.NotWoven] sealed class Own(ITargetBlock<int> after) : ITargetBlock<int>
        {
            public Task Completion => after.Completion;
            public void Complete() => after.Complete();
            public void Fault(Exception e) => after.Fault(e);
            public DataflowMessageStatus OfferMessage(DataflowMessageHeader header, int value, ISourceBlock<int> source, bool consume) => after.OfferMessage(new DataflowMessageHeader(1), value * 10, null, false);
        }
        public static object OwnBlockBetween()
        {
            var before = new BufferBlock<int>(); var after = new BufferBlock<int>();
            before.LinkTo(new Own(after), s_link);
            Fill(before);
            return Answer(Read(after).Result, 1);
        }
        """;

    public static TheoryData<string, string, bool> Answers => new()
    {
        { "Buffer", "s_numbers[2]", true },
        { "Transform", "list[1]\n└─ new TransformBlock  (ReceiveAllAsync, Add)\n   └─ Post\n      └─ s_numbers[2]  (Where, ToList)\n", true },
        { "TransformAsync", "s_numbers[2]", true },
        { "TransformParallel", "s_numbers[2]", true },
        { "TransformUnordered", "s_numbers[2]", true },
        { "TransformMany", "s_numbers[2]", true },
        { "TransformManyLazy", "s_numbers[2]", true },
        { "Batch", "s_numbers[2]", true },
        { "BatchMembers", "s_numbers[2]", true },
        { "Join", "s_numbers[2]", true },
        { "BatchedJoin", "s_numbers[2]", true },
        { "Broadcast", "s_numbers[2]", true },
        { "WriteOnce", "s_numbers[0]", true },
        { "Network", "s_numbers[2]", true },
        { "Encapsulated", "s_numbers[2]", true },
        { "Received", "s_numbers[2]", true },
        { "ReceivedLater", "s_numbers[2]", true },
        { "ReceivedAll", "s_numbers[2]", true },
        { "PostedOn", "s_numbers[2]", true },
        { "SentOn", "s_numbers[2]", true },
        { "Added", "s_numbers[2]", true },
        { "AddedLater", "s_numbers[2]", true },
        { "AddedByMethod", "s_numbers[2]", true },
        { "SentUnseen", "cut", false },
        { "OwnBlockBetween", "cut", false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Why_MessageOfANetwork_NamesTheRecordThatWasSent(string method, string expected, bool isExact)
        => Lineages.Check(Program, method, expected, isExact, "using System.Threading; using System.Threading.Tasks.Dataflow;");
}
