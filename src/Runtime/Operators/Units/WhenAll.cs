using Weft.Events;
using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Task.WhenAll</c>: who awaits it joins the end of each task.</summary>
        public static Task WhenAll<TLineage>(IEnumerable<Task> tasks, int site) where TLineage : struct, ILineage
        {
            _ = site;
            if (!TLineage.IsRecording || tasks is null) return Task.WhenAll(tasks!);
            Task[] all = [.. tasks];
            return EndOfAll.Of(Task.WhenAll(all), all, site);
        }

        /// <summary>The woven form of <c>Task.WhenAll</c>: who awaits it joins the end of each task.</summary>
        public static Task WhenAll<TLineage>(Task[] tasks, int site) where TLineage : struct, ILineage
        {
            _ = site;
            return TLineage.IsRecording && tasks is not null ? EndOfAll.Of(Task.WhenAll(tasks), [.. tasks], site) : Task.WhenAll(tasks!);
        }

        /// <summary>The woven form of <c>Task.WhenAll</c>: who awaits it joins the end of each task.</summary>
        public static Task WhenAll<TLineage>(ReadOnlySpan<Task> tasks, int site) where TLineage : struct, ILineage
        {
            _ = site;
            return TLineage.IsRecording ? EndOfAll.Of(Task.WhenAll(tasks), tasks.ToArray(), site) : Task.WhenAll(tasks);
        }

        /// <summary>The woven form of <c>Task.WhenAll</c>: a result is the record of its task, and who awaits them joins the end of each task.</summary>
        public static Task<TResult[]> WhenAll<TLineage, TResult>(IEnumerable<Task<TResult>> tasks, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && tasks is not null ? Operators.WhenAll.Of(tasks, site) : Task.WhenAll(tasks!);

        /// <summary>The woven form of <c>Task.WhenAll</c>: a result is the record of its task, and who awaits them joins the end of each task.</summary>
        public static Task<TResult[]> WhenAll<TLineage, TResult>(Task<TResult>[] tasks, int site) where TLineage : struct, ILineage
            => TLineage.IsRecording && tasks is not null ? Operators.WhenAll.Of(tasks, site) : Task.WhenAll(tasks!);

        /// <summary>The woven form of <c>Task.WhenAll</c>: who awaits it joins the end of each task.</summary>
        public static Task<TResult[]> WhenAll<TLineage, TResult>(ReadOnlySpan<Task<TResult>> tasks, int site) where TLineage : struct, ILineage
        {
            _ = site;
            return TLineage.IsRecording ? EndOfAll.Of(Task.WhenAll(tasks), tasks.ToArray(), site) : Task.WhenAll(tasks);
        }
    }
}

namespace Weft.Operators
{
    /// <summary>The results of tasks, each of which is the record of its task.</summary>
    internal static class WhenAll
    {
        internal static Task<TResult[]> Of<TResult>(IEnumerable<Task<TResult>> tasks, int site)
        {
            if (!Origin.MayCarry(tasks))
            {
                Task<TResult>[] plain = [.. tasks];
                return EndOfAll.Of(Task.WhenAll(plain), plain, site);
            }
            var handed = new Handed<Task<TResult>>(tasks, site);
            Task<TResult>[] all = [.. handed.Records];
            SpanColumn column = handed.Finish();
            return EndOfAll.Of(WithSpans(Task.WhenAll(all), column), all, site);
        }

        // A continuation of the task itself would come too late for a thread that waits for it: as where a flow ends.
        private static Task<TResult[]> WithSpans<TResult>(Task<TResult[]> task, SpanColumn column)
        {
            if (task.IsCompleted) return Attach(task, column);
            return task.ContinueWith(
                (done, spans) => Attach(done, (SpanColumn)spans!), column, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).Unwrap();
        }

        private static Task<TResult[]> Attach<TResult>(Task<TResult[]> done, SpanColumn column)
        {
            if (done.IsCompletedSuccessfully && done.Result.Length == column.Count && column.Count > 0) ArrayAttachment<TResult>.Attach(done.Result, column);
            return done;
        }
    }
}
