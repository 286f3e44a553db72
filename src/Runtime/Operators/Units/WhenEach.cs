using Weft.Flows;
using Weft.Flows.Async;
using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Task.WhenEach</c>: each is the record that it was among the tasks.</summary>
        public static IAsyncEnumerable<Task> WhenEach<TLineage>(IEnumerable<Task> tasks, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && tasks is not null ? Operators.WhenEach.Of(tasks, static all => Task.WhenEach(all), site) : Task.WhenEach(tasks!);

        /// <summary>The woven form of <c>Task.WhenEach</c>: each is the record that it was among the tasks.</summary>
        public static IAsyncEnumerable<Task> WhenEach<TLineage>(Task[] tasks, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && tasks is not null ? Operators.WhenEach.Of(tasks, static all => Task.WhenEach(all), site) : Task.WhenEach(tasks!);

        /// <summary>The woven form of <c>Task.WhenEach</c>.</summary>
        public static IAsyncEnumerable<Task> WhenEach<TLineage>(ReadOnlySpan<Task> tasks, int site) where TLineage : struct, ILineage
        {
            _ = site;
            return Task.WhenEach(tasks);
        }

        /// <summary>The woven form of <c>Task.WhenEach</c>: each is the record that it was among the tasks.</summary>
        public static IAsyncEnumerable<Task<TResult>> WhenEach<TLineage, TResult>(IEnumerable<Task<TResult>> tasks, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && tasks is not null ? Operators.WhenEach.Of(tasks, static all => Task.WhenEach(all), site) : Task.WhenEach(tasks!);

        /// <summary>The woven form of <c>Task.WhenEach</c>: each is the record that it was among the tasks.</summary>
        public static IAsyncEnumerable<Task<TResult>> WhenEach<TLineage, TResult>(Task<TResult>[] tasks, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && tasks is not null ? Operators.WhenEach.Of(tasks, static all => Task.WhenEach(all), site) : Task.WhenEach(tasks!);

        /// <summary>The woven form of <c>Task.WhenEach</c>.</summary>
        public static IAsyncEnumerable<Task<TResult>> WhenEach<TLineage, TResult>(ReadOnlySpan<Task<TResult>> tasks, int site) where TLineage : struct, ILineage
        {
            _ = site;
            return Task.WhenEach(tasks);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>Tasks in the order in which they end, each of which is the record that it was among the tasks.</summary>
    internal static class WhenEach
    {
        internal static IAsyncEnumerable<TTask> Of<TTask>(IEnumerable<TTask> tasks, Func<TTask[], IAsyncEnumerable<TTask>> whenEach, int site) where TTask : Task
        {
            if (!Origin.MayCarry(tasks)) return whenEach([.. tasks]);
            var handed = new Handed<TTask>(tasks, site);
            TTask[] all = [.. handed.Records];
            SpanColumn column = handed.Finish();
            var table = new SpanTable(column);
            var spans = new Dictionary<TTask, ulong>(all.Length);
            for (int i = 0; i < all.Length; i++)
                if (all[i] is not null) spans.TryAdd(all[i], table[i]); // of one that is there twice, the first: it is given once
            return new EachFlow<TTask>(whenEach(all), spans, column.Step);
        }
    }

    /// <summary>Tasks in the order in which they end.</summary>
    /// <param name="tasks">These.</param>
    /// <param name="spans">Of each task.</param>
    /// <param name="step">By which they came.</param>
    internal sealed class EachFlow<TTask>(IAsyncEnumerable<TTask> tasks, Dictionary<TTask, ulong> spans, int step) : AsyncFlow<TTask> where TTask : Task
    {
        internal override IAsyncEnumerable<TTask> Open(CurrentSpan span, out Way way)
        {
            way = new KnownWay(step);
            return new Reading(tasks, spans, span);
        }

        private sealed class KnownWay(int step) : Way
        {
            internal override int Step => step;
        }

        private sealed class Reading(IAsyncEnumerable<TTask> tasks, Dictionary<TTask, ulong> spans, CurrentSpan span) : AsyncReading<TTask>(tasks), IAsyncEnumerable<TTask>, IAsyncEnumerator<TTask>
        {
            public TTask Current => SourceCurrent;

            public IAsyncEnumerator<TTask> GetAsyncEnumerator(CancellationToken cancellationToken = default)
            {
                Start(cancellationToken);
                return this;
            }

            protected override void Moved() => span.Value = spans[SourceCurrent];
        }
    }
}
