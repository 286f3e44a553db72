using System.Collections.Concurrent;
using System.Threading.Tasks.Dataflow;
using Weft.Tests.Capture;

namespace Weft.Tests.Dataflow;

/// <summary>A random network of blocks from one buffer to one action.</summary>
internal sealed class Network
{
    private static readonly int[] _sites = TestSites.Register([.. Enumerable.Range(1, 64).Select(line => TestSites.Row("Block", line))]);
    private static long _nextInput;

    private readonly Random _random;
    private readonly List<string> _text = [];
    private readonly ConcurrentQueue<(Token, ulong)> _arrived = new();
    private int _nextSite = 1;

    internal Network(int seed) => _random = new Random(seed);

    public override string ToString() => string.Join(" > ", _text);

    /// <summary>Sends messages through it; gives those that arrived, with the span that was the current record's.</summary>
    internal async Task<IReadOnlyCollection<(Token Token, ulong Span)>> Run()
    {
        BufferBlock<Token> entry = Woven.NewBufferBlock<Recording, Token>(new DataflowBlockOptions { BoundedCapacity = Bound(), EnsureOrdered = Flip() }, Site());
        ISourceBlock<Token> last = entry;
        int stages = _random.Next(0, 5);
        for (int i = 0; i < stages; i++) last = Stage(last);
        ActionBlock<Token> sink = Sink();
        Link(last, sink);

        Task[] senders = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Send(entry, _random.Next(1, 40), Flip()))];
        await Task.WhenAll(senders);
        entry.Complete();
        Task over = await Task.WhenAny(sink.Completion, Task.Delay(TimeSpan.FromSeconds(20)));
        Assert.True(over == sink.Completion, $"{this} did not end");
        await over;
        return _arrived;
    }

    private static async Task Send(ITargetBlock<Token> target, int count, bool isPosted)
    {
        for (int i = 0; i < count; i++)
        {
            long input = Interlocked.Increment(ref _nextInput);
            LoopRecord record = RecordedMessages.Input(_sites[0], input);
            var token = new Token([input]);
            if (isPosted) Woven.Post<Recording, Token>(target, token, record, _sites[0]);
            else await Woven.SendAsync<Recording, Token>(target, token, record, _sites[0]);
        }
    }

    private ActionBlock<Token> Sink()
    {
        ExecutionDataflowBlockOptions options = Execution("action");
        return Flip()
            ? Woven.NewActionBlock<Recording, Token>(token => _arrived.Enqueue((token, ExecutionUnit.Current.Record.Span)), options, Site())
            : Woven.NewActionBlock<Recording, Token>(
                async token =>
                {
                    await Task.Yield();
                    _arrived.Enqueue((token, ExecutionUnit.Current.Record.Span));
                }, options, Site());
    }

    private ISourceBlock<Token> Stage(ISourceBlock<Token> before)
    {
        switch (_random.Next(9))
        {
            case 0: return Linked(before, Woven.NewBufferBlock<Recording, Token>(Options("buffer"), Site()));
            case 1: return Linked(before, Woven.NewTransformBlock<Recording, Token, Token>(token => Work(Token.Of(token)), Execution("transform"), Site()));
            case 2:
                return Linked(before, Woven.NewTransformBlock<Recording, Token, Token>(
                    async token =>
                    {
                        if (token.Inputs.Min % 3 != 0) await Task.Yield();
                        if (token.Inputs.Min % 7 == 0) throw new OperationCanceledException();
                        return Work(Token.Of(token));
                    }, Execution("transformAsync"), Site()));
            case 3: return Linked(before, Many());
            case 4:
                {
                    bool isGreedy = Flip();
                    BatchBlock<Token> batch = Woven.NewBatchBlock<Recording, Token>(isGreedy ? 3 : 1, Grouping("batch", isGreedy), Site());
                    Link(before, batch);
                    return Linked(batch, Woven.NewTransformBlock<Recording, Token[], Token>(tokens => Token.Of(tokens), Site()));
                }
            case 5: return Joined(before);
            case 6: return Split(before);
            case 7:
                {
                    BroadcastBlock<Token> broadcast = Woven.NewBroadcastBlock<Recording, Token>(Flip() ? token => Token.Of(token) : null, Options("broadcast"), Site());
                    return Linked(before, broadcast);
                }
            default:
                {
                    BatchedJoinBlock<Token, Token> join = Woven.NewBatchedJoinBlock<Recording, Token, Token>(3, Site());
                    _text.Add("batchedJoin");
                    Woven.LinkTo<Recording, Token>(before, join.Target1, token => token.Inputs.Min % 2 == 0, Site());
                    Woven.LinkTo<Recording, Token>(before, join.Target2, Site());
                    before.Completion.ContinueWith(_ => join.Complete(), TaskScheduler.Default);
                    return Linked(join, Woven.NewTransformBlock<Recording, Tuple<IList<Token>, IList<Token>>, Token>(pair => Token.Of(pair.Item1.Concat(pair.Item2)), Site()));
                }
        }
    }

    private TransformManyBlock<Token, Token> Many()
    {
        Func<Token, IEnumerable<Token>> many = _random.Next(3) switch
        {
            0 => token => [Token.Of(token), Token.Of(token)],
            1 => token => Enumerable.Range(0, (int)(token.Inputs.Min % 3)).Select(_ => Work(Token.Of(token))),
            _ => token => Enumerable.Range(0, (int)(token.Inputs.Min % 3)).Select(_ => Token.Of(token)).ToList(),
        };
        return _random.Next(3) switch
        {
            0 => Woven.NewTransformManyBlock<Recording, Token, Token>(many, Execution("many"), Site()),
            1 => Woven.NewTransformManyBlock<Recording, Token, Token>(
                async token =>
                {
                    if (token.Inputs.Min % 3 != 0) await Task.Yield();
                    return many(token);
                }, Execution("manyTask"), Site()),
            _ => Woven.NewTransformManyBlock<Recording, Token, Token>(Later, Execution("manyAsync"), Site()),
        };

        async IAsyncEnumerable<Token> Later(Token token)
        {
            foreach (Token one in many(token))
            {
                if (token.Inputs.Min % 3 != 0) await Task.Yield();
                yield return one;
            }
        }
    }

    // Both branches get every message, and what comes of them is joined again.
    private TransformBlock<Tuple<Token, Token>, Token> Joined(ISourceBlock<Token> before)
    {
        BroadcastBlock<Token> both = Woven.NewBroadcastBlock<Recording, Token>(null, Site());
        BufferBlock<Token> left = Woven.NewBufferBlock<Recording, Token>(Site()), right = Woven.NewBufferBlock<Recording, Token>(Site());
        bool isGreedy = Flip();
        JoinBlock<Token, Token> join = Woven.NewJoinBlock<Recording, Token, Token>(Grouping("join", isGreedy), Site());
        Link(before, both);
        Link(both, left);
        Link(both, right);
        Link(left, join.Target1);
        Link(right, join.Target2);
        return Linked(join, Woven.NewTransformBlock<Recording, Tuple<Token, Token>, Token>(pair => Token.Of(pair.Item1, pair.Item2), Site()));
    }

    // Each message goes one of two ways.
    private BufferBlock<Token> Split(ISourceBlock<Token> before)
    {
        _text.Add("split");
        TransformBlock<Token, Token> left = Woven.NewTransformBlock<Recording, Token, Token>(token => Work(token), Execution("left"), Site());
        BufferBlock<Token> right = Woven.NewBufferBlock<Recording, Token>(Options("right"), Site()), after = Woven.NewBufferBlock<Recording, Token>(Options("after"), Site());
        var options = new DataflowLinkOptions { PropagateCompletion = true };
        Woven.LinkTo<Recording, Token>(before, left, options, token => token.Inputs.Min % 2 == 0, Site());
        Woven.LinkTo<Recording, Token>(before, right, options, Site());
        Woven.LinkTo<Recording, Token>(left, after, Site());
        Woven.LinkTo<Recording, Token>(right, after, Site());
        Task.WhenAll(left.Completion, right.Completion).ContinueWith(_ => after.Complete(), TaskScheduler.Default);
        return after;
    }

    private Token Work(Token token)
    {
        if (token.Inputs.Min % 5 == 0) Thread.SpinWait(2000);
        return token;
    }

    private TBlock Linked<T, TBlock>(ISourceBlock<T> before, TBlock block) where TBlock : ITargetBlock<T>
    {
        Link(before, block);
        return block;
    }

    private void Link<T>(ISourceBlock<T> before, ITargetBlock<T> target) => Woven.LinkTo<Recording, T>(before, target, new DataflowLinkOptions { PropagateCompletion = true }, Site());

    private DataflowBlockOptions Options(string name)
    {
        var options = new DataflowBlockOptions { BoundedCapacity = Bound(), MaxMessagesPerTask = _random.Next(3) == 0 ? 2 : -1 };
        _text.Add($"{name}({options.BoundedCapacity})");
        return options;
    }

    private GroupingDataflowBlockOptions Grouping(string name, bool isGreedy)
    {
        var options = new GroupingDataflowBlockOptions { BoundedCapacity = Flip() ? -1 : 5, Greedy = isGreedy };
        _text.Add($"{name}({options.BoundedCapacity}{(isGreedy ? "" : " not greedy")})");
        return options;
    }

    private ExecutionDataflowBlockOptions Execution(string name)
    {
        var options = new ExecutionDataflowBlockOptions
        {
            BoundedCapacity = Bound(),
            MaxDegreeOfParallelism = _random.Next(4) switch { 0 or 1 => 1, 2 => 3, _ => -1 },
            EnsureOrdered = Flip(),
            MaxMessagesPerTask = _random.Next(3) == 0 ? 2 : -1,
            SingleProducerConstrained = false,
        };
        _text.Add($"{name}({options.BoundedCapacity} {options.MaxDegreeOfParallelism}{(options.EnsureOrdered ? "" : " unordered")})");
        return options;
    }

    private int Bound() => _random.Next(4) switch { 0 or 1 => -1, 2 => 1, _ => _random.Next(2, 6) };

    private bool Flip() => _random.Next(2) == 0;

    private int Site() => _sites[_nextSite++ % _sites.Length];
}
