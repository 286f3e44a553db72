using System.Threading.Tasks.Dataflow;
using Weft.Capture;
using Weft.Flows;

namespace Weft.Dataflow;

/// <summary>A batched join block: its lists keep the spans of their messages, and the tuple follows from all of them.</summary>
internal sealed class BatchedJoin
{
    private readonly QueueExit _exit;
    private readonly List<IBatched> _targets = [];
    private readonly CutSpan _unknown;
    private readonly int _step;

    private BatchedJoin(object block, int site)
    {
        object shared = PrivateMembers.Get(block, "_sharedResources");
        Gate = PrivateMembers.Get(shared, "_incomingLock");
        _exit = new QueueExit(PrivateMembers.Get(block, "_source"));
        _unknown = new CutSpan(site);
        _step = Steps.Intern(site);
        Before(shared, "_batchSizeReachedAction");
        Before(shared, "_allTargetsDecliningPermanentlyAction"); // the last batch may be smaller
        Blocks.Follow(block, _exit);
    }

    private interface IBatched
    {
        void Take(ColumnBuilder all);
    }

    private object Gate { get; }

    /// <summary>Follows a new block.</summary>
    internal static BatchedJoinBlock<T1, T2> Followed<T1, T2>(BatchedJoinBlock<T1, T2> block, int site) => Blocks.Followed(block, one =>
    {
        var join = new BatchedJoin(one, site);
        join.Follow<T1>(one.Target1);
        join.Follow<T2>(one.Target2);
    });

    /// <inheritdoc cref="Followed{T1, T2}"/>
    internal static BatchedJoinBlock<T1, T2, T3> Followed<T1, T2, T3>(BatchedJoinBlock<T1, T2, T3> block, int site) => Blocks.Followed(block, one =>
    {
        var join = new BatchedJoin(one, site);
        join.Follow<T1>(one.Target1);
        join.Follow<T2>(one.Target2);
        join.Follow<T3>(one.Target3);
    });

    private void Follow<T>(object target)
    {
        var entrance = new Target<T>(this, target);
        _targets.Add(entrance);
        Blocks.Follow(target, entrance);
    }

    private void Before(object shared, string action)
    {
        var act = (Action)PrivateMembers.Get(shared, action);
        Action watched = () =>
        {
            Complete();
            act();
        };
        PrivateMembers.Set(shared, action, watched);
    }

    // Under the gate, before the lists leave the targets; there may be nothing in any.
    private void Complete()
    {
        ColumnBuilder all = ColumnBuilder.Rent();
        foreach (IBatched target in _targets) target.Take(all);
        if (all.Count == 0) all.Abandon();
        else _exit.Add(ThreadBuffer.Current.DeriveFanIn(_step, all.Finish(_step)));
    }

    private sealed class Target<T>(BatchedJoin join, object target) : Entrance, IBatched
    {
        private readonly Func<object, long> _count = PrivateMembers.Counter(target, "_messages.Count");
        private readonly NumberedSpans _spans = new();
        private long _taken; // messages that have left

        internal override object Gate => join.Gate;

        public void Take(ColumnBuilder all)
        {
            var list = (List<T>)PrivateMembers.Get(target, "_messages");
            if (list.Count == 0) return;
            ColumnBuilder own = ColumnBuilder.Rent();
            for (int i = 0; i < list.Count; i++)
            {
                ulong span = _spans.Take(_taken++) is not 0 and var known ? known : join._unknown.Span;
                own.Add(span);
                all.Add(span);
            }
            ListAttachment<T>.Attach(list, own.Finish(join._step));
        }

        // These targets accept or decline, and never postpone.
        internal override void Consumed<TValue>(TValue value, ulong span) => throw new InvalidOperationException("A target of a batched join has postponed a message.");

        protected override long Expect(ulong span)
        {
            long number = _taken + _count(target);
            _spans.Put(number, span);
            return number;
        }

        protected override void Withdraw(long number) => _spans.Take(number);
    }
}
