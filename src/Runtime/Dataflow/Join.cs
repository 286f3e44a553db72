using System.Threading.Tasks.Dataflow;
using Weft.Capture;

namespace Weft.Dataflow;

/// <summary>A join block: a tuple follows from the message of each target.</summary>
internal sealed class Join
{
    private readonly QueueExit _exit;
    private readonly List<IJoined> _targets = [];
    private readonly CutSpan _unknown;
    private readonly Action _fill;
    private readonly int _step;

    private Join(object block, int site)
    {
        object shared = PrivateMembers.Get(block, "_sharedResources");
        Gate = PrivateMembers.Get(shared, "_targets");
        _exit = new QueueExit(PrivateMembers.Get(block, "_source"));
        _unknown = new CutSpan(site);
        _step = Steps.Intern(site);
        _fill = (Action)PrivateMembers.Get(shared, "_joinFilledAction");
        PrivateMembers.Set(shared, "_joinFilledAction", (Action)Fill);
        Blocks.Follow(block, _exit);
    }

    private interface IJoined
    {
        ulong Take(long number);
    }

    /// <summary>The lock of all targets.</summary>
    internal object Gate { get; }

    /// <summary>Tuples so far.</summary>
    internal long Count { get; private set; }

    /// <summary>Follows a new block.</summary>
    internal static JoinBlock<T1, T2> Followed<T1, T2>(JoinBlock<T1, T2> block, int site) => Blocks.Followed(block, one =>
    {
        var join = new Join(one, site);
        join.Follow<T1>(one.Target1);
        join.Follow<T2>(one.Target2);
    });

    /// <inheritdoc cref="Followed{T1, T2}"/>
    internal static JoinBlock<T1, T2, T3> Followed<T1, T2, T3>(JoinBlock<T1, T2, T3> block, int site) => Blocks.Followed(block, one =>
    {
        var join = new Join(one, site);
        join.Follow<T1>(one.Target1);
        join.Follow<T2>(one.Target2);
        join.Follow<T3>(one.Target3);
    });

    private void Follow<T>(object target)
    {
        var entrance = new Target<T>(this, (Queue<T>?)PrivateMembers.Find(target, "_messages"));
        _targets.Add(entrance);
        Blocks.Follow(target, entrance);
    }

    // Under the gate, before the messages leave the targets.
    private void Fill()
    {
        ulong first = Take(0), second = Take(1);
        _exit.Add(_targets.Count == 2 ? ThreadBuffer.For(_step).DerivePair(_step, first, second) : ThreadBuffer.Current.DeriveTriple(_step, first, second, Take(2)));
        Count++;
        _fill();
    }

    private ulong Take(int target) => _targets[target].Take(Count) is not 0 and var span ? span : _unknown.Span;

    // Its messages wait in a queue; where the block is not greedy, there is none, and one message at a time.
    private sealed class Target<T>(Join join, Queue<T>? queue) : Entrance, IJoined
    {
        private const long None = -1;

        private readonly NumberedSpans _spans = new();
        private long _consumed = None; // the number of the last message that was consumed

        private long Next => join.Count + (queue?.Count ?? 0);

        internal override object Gate => join.Gate;

        public ulong Take(long number) => _spans.Take(number);

        // The block puts it into the queue before it takes another one up, or accepts one.
        internal override void Consumed<TValue>(TValue value, ulong span)
        {
            lock (Gate) _spans.Put(_consumed = Next, span);
        }

        protected override long Expect(ulong span)
        {
            long number = Next;
            if (queue is null || number == _consumed) return None;
            _spans.Put(number, span);
            return number;
        }

        protected override void Withdraw(long number)
        {
            if (number != None) _spans.Take(number);
        }
    }
}
