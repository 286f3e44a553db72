// A runtime small enough to see through: it names what was called and does nothing else. Compiled by the harness as the assembly "Weft".
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Weft
{
    public interface ILineage
    {
        static abstract bool IsRecording { get; }
    }

    public readonly struct Recording : ILineage
    {
        public static bool IsRecording => true;
    }

    public readonly struct NoLineage : ILineage
    {
        public static bool IsRecording => false;
    }

    [AttributeUsage(AttributeTargets.All)]
    public sealed class NotWovenAttribute : Attribute;

    [AttributeUsage(AttributeTargets.Assembly)]
    public sealed class WovenAssemblyAttribute(int contractVersion, string mode) : Attribute
    {
        public int ContractVersion { get; } = contractVersion;
        public string Mode { get; } = mode;
    }

    public static class Lineage
    {
        public static IEnumerable<T> Output<T>(string name, IEnumerable<T> values) => values;
    }

    public readonly struct LoopRecord(string records)
    {
        public string Records => records;
    }

    public sealed class LoopSource
    {
        public int Rows;
    }

    public readonly struct ForkedCall;

    public interface IYieldsRecords
    {
        Yields? Yields { get; set; }
    }

    public sealed class Yields;

    public static class Woven
    {
        public const int ContractVersion = 1;
        public const int FirstSite = 1000;

        public static readonly List<string> Calls = new();

        public static int RegisterModule(Type sites, int contractVersion)
        {
            Calls.Add("RegisterModule " + sites.Name + " " + contractVersion);
            return FirstSite;
        }

        public static T Cut<TLineage, T>(T result, int site) where TLineage : struct, ILineage where T : class?
            => Called<TLineage, T>(nameof(Cut), site, result);

        public static T CutFrom<TLineage, T>(T result, object? records, int site) where TLineage : struct, ILineage where T : class?
            => Called<TLineage, T>(nameof(Cut), site, result);

        public static Task<T> CutTask<TLineage, T>(Task<T> result, object? records, int site) where TLineage : struct, ILineage where T : class?
            => Called<TLineage, Task<T>>(nameof(Cut), site, result);

        public static ValueTask<T> CutValueTask<TLineage, T>(ValueTask<T> result, object? records, int site) where TLineage : struct, ILineage where T : class?
            => Called<TLineage, ValueTask<T>>(nameof(Cut), site, result);

        public static bool Resumed<TLineage>(int state) where TLineage : struct, ILineage => state >= 0;

        public static void Completing<TLineage>(bool isResumed) where TLineage : struct, ILineage
        {
        }

        public static ForkedCall Fork<TLineage>() where TLineage : struct, ILineage => default;

        public static void Forked<TLineage>(Task? task, ForkedCall call) where TLineage : struct, ILineage
        {
        }

        public static void Forked<TLineage>(ValueTask task, ForkedCall call) where TLineage : struct, ILineage
        {
        }

        public static void Forked<TLineage, TResult>(ValueTask<TResult> task, ForkedCall call) where TLineage : struct, ILineage
        {
        }

        public static void BlockOnTask<TLineage, TAwaiter>(ref TAwaiter awaiter, int site) where TLineage : struct, ILineage => Calls.Add("BlockOnTask " + (site - FirstSite));

        public static void JoinDeparted<TLineage, TAwaiter>(ref TAwaiter awaiter) where TLineage : struct, ILineage
        {
        }

        public static void JoinTask<TLineage, TAwaiter>(ref TAwaiter awaiter, int site) where TLineage : struct, ILineage => Calls.Add("JoinTask " + (site - FirstSite));

        public static void AwaitUnsafeOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncTaskMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
            where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
        {
            lock (Calls) Calls.Add((isResumed ? "await again " : "await ") + (site - FirstSite));
            builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        }

        public static void AwaitUnsafeOnCompleted<TLineage, TResult, TAwaiter, TStateMachine>(ref AsyncTaskMethodBuilder<TResult> builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
            where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
        {
            lock (Calls) Calls.Add((isResumed ? "await again " : "await ") + (site - FirstSite));
            builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        }

        public static void AwaitUnsafeOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncValueTaskMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
            where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
        {
            lock (Calls) Calls.Add((isResumed ? "await again " : "await ") + (site - FirstSite));
            builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        }

        public static void AwaitUnsafeOnCompleted<TLineage, TResult, TAwaiter, TStateMachine>(ref AsyncValueTaskMethodBuilder<TResult> builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
            where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
        {
            lock (Calls) Calls.Add((isResumed ? "await again " : "await ") + (site - FirstSite));
            builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        }

        public static void AwaitUnsafeOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncVoidMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
            where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
        {
            lock (Calls) Calls.Add((isResumed ? "await again " : "await ") + (site - FirstSite));
            builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        }

        public static void AwaitUnsafeOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncIteratorMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
            where TLineage : struct, ILineage where TAwaiter : ICriticalNotifyCompletion where TStateMachine : IAsyncStateMachine
        {
            lock (Calls) Calls.Add((isResumed ? "await again " : "await ") + (site - FirstSite));
            builder.AwaitUnsafeOnCompleted(ref awaiter, ref stateMachine);
        }

        public static void AwaitOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncTaskMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
            where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
        {
            lock (Calls) Calls.Add((isResumed ? "await again " : "await ") + (site - FirstSite));
            builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        }

        public static void AwaitOnCompleted<TLineage, TResult, TAwaiter, TStateMachine>(ref AsyncTaskMethodBuilder<TResult> builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
            where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
        {
            lock (Calls) Calls.Add((isResumed ? "await again " : "await ") + (site - FirstSite));
            builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        }

        public static void AwaitOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncValueTaskMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
            where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
        {
            lock (Calls) Calls.Add((isResumed ? "await again " : "await ") + (site - FirstSite));
            builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        }

        public static void AwaitOnCompleted<TLineage, TResult, TAwaiter, TStateMachine>(ref AsyncValueTaskMethodBuilder<TResult> builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
            where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
        {
            lock (Calls) Calls.Add((isResumed ? "await again " : "await ") + (site - FirstSite));
            builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        }

        public static void AwaitOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncVoidMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
            where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
        {
            lock (Calls) Calls.Add((isResumed ? "await again " : "await ") + (site - FirstSite));
            builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        }

        public static void AwaitOnCompleted<TLineage, TAwaiter, TStateMachine>(ref AsyncIteratorMethodBuilder builder, ref TAwaiter awaiter, ref TStateMachine stateMachine, bool isResumed, int site)
            where TLineage : struct, ILineage where TAwaiter : INotifyCompletion where TStateMachine : IAsyncStateMachine
        {
            lock (Calls) Calls.Add((isResumed ? "await again " : "await ") + (site - FirstSite));
            builder.AwaitOnCompleted(ref awaiter, ref stateMachine);
        }

        public static List<T> NewList<TLineage, T>(IEnumerable<T> collection, int site) where TLineage : struct, ILineage
            => Called<TLineage, List<T>>(nameof(NewList), site, new List<T>(collection));

        public static void Sort<TLineage, T>(List<T> list, int site) where TLineage : struct, ILineage
        {
            Called<TLineage, List<T>>(nameof(Sort), site, list);
            list.Sort();
        }

        public static ImmutableArray<T> RemoveAt<TLineage, T>(in ImmutableArray<T> array, int index, int site) where TLineage : struct, ILineage
            => Called<TLineage, ImmutableArray<T>>(nameof(RemoveAt), site, array.RemoveAt(index));

        public static IEnumerable<string> ReadLines<TLineage>(string path, int site) where TLineage : struct, ILineage
            => Called<TLineage, IEnumerable<string>>(nameof(ReadLines), site, File.ReadLines(path));

        public static ParallelQuery<TSource> AsParallel<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
            => Called<TLineage, ParallelQuery<TSource>>(nameof(AsParallel), site, source.AsParallel());

        public static ParallelQuery<TSource> AsOrdered<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
            => Called<TLineage, ParallelQuery<TSource>>(nameof(AsOrdered), site, source.AsOrdered());

        public static ParallelQuery<TSource> Where<TLineage, TSource>(ParallelQuery<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
            => Called<TLineage, ParallelQuery<TSource>>(nameof(Where), site, source.Where(predicate));

        public static ParallelQuery<TResult> Select<TLineage, TSource, TResult>(ParallelQuery<TSource> source, Func<TSource, TResult> selector, int site) where TLineage : struct, ILineage
            => Called<TLineage, ParallelQuery<TResult>>(nameof(Select), site, source.Select(selector));

        public static OrderedParallelQuery<TSource> OrderBy<TLineage, TSource, TKey>(ParallelQuery<TSource> source, Func<TSource, TKey> keySelector, int site) where TLineage : struct, ILineage
            => Called<TLineage, OrderedParallelQuery<TSource>>(nameof(OrderBy), site, source.OrderBy(keySelector));

        public static TSource First<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
            => Called<TLineage, TSource>(nameof(First), site, source.First());

        public static IEnumerator<TSource> GetEnumerator<TLineage, TSource>(ParallelQuery<TSource> source, int site) where TLineage : struct, ILineage
            => Called<TLineage, IEnumerator<TSource>>(nameof(GetEnumerator), site, source.GetEnumerator());

        public static IEnumerable<TSource> Where<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate, int site) where TLineage : struct, ILineage
            => Called<TLineage, IEnumerable<TSource>>(nameof(Where), site, Enumerable.Where(source, predicate));

        public static IEnumerable<TSource> Where<TLineage, TSource>(IEnumerable<TSource> source, Func<TSource, int, bool> predicate, int site) where TLineage : struct, ILineage
            => Called<TLineage, IEnumerable<TSource>>(nameof(Where), site, Enumerable.Where(source, predicate));

        public static IEnumerable<TResult> Select<TLineage, TSource, TResult>(IEnumerable<TSource> source, Func<TSource, TResult> selector, int site) where TLineage : struct, ILineage
            => Called<TLineage, IEnumerable<TResult>>(nameof(Select), site, Enumerable.Select(source, selector));

        public static IEnumerable<TResult> Select<TLineage, TSource, TResult>(IEnumerable<TSource> source, Func<TSource, int, TResult> selector, int site) where TLineage : struct, ILineage
            => Called<TLineage, IEnumerable<TResult>>(nameof(Select), site, Enumerable.Select(source, selector));

        public static IOrderedEnumerable<TSource> OrderBy<TLineage, TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, int site) where TLineage : struct, ILineage
            => Called<TLineage, IOrderedEnumerable<TSource>>(nameof(OrderBy), site, Enumerable.OrderBy(source, keySelector));

        public static IOrderedEnumerable<TSource> ThenBy<TLineage, TSource, TKey>(IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector, int site) where TLineage : struct, ILineage
            => Called<TLineage, IOrderedEnumerable<TSource>>(nameof(ThenBy), site, Enumerable.ThenBy(source, keySelector));

        public static IEnumerable<TSource> Concat<TLineage, TSource>(IEnumerable<TSource> first, IEnumerable<TSource> second, int site) where TLineage : struct, ILineage
            => Called<TLineage, IEnumerable<TSource>>(nameof(Concat), site, Enumerable.Concat(first, second));

        public static IEnumerable<TResult> Join<TLineage, TOuter, TInner, TKey, TResult>(
            IEnumerable<TOuter> outer, IEnumerable<TInner> inner, Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector, Func<TOuter, TInner, TResult> resultSelector, int site) where TLineage : struct, ILineage
            => Called<TLineage, IEnumerable<TResult>>(nameof(Join), site, Enumerable.Join(outer, inner, outerKeySelector, innerKeySelector, resultSelector));

        public static int Sum<TLineage>(IEnumerable<int> source, int site) where TLineage : struct, ILineage
            => Called<TLineage, int>(nameof(Sum), site, Enumerable.Sum(source));

        public static int Count<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
            => Called<TLineage, int>(nameof(Count), site, Enumerable.Count(source));

        public static TSource First<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
            => Called<TLineage, TSource>(nameof(First), site, Enumerable.First(source));

        public static List<TSource> ToList<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
            => Called<TLineage, List<TSource>>(nameof(ToList), site, Enumerable.ToList(source));

        public static TSource[] ToArray<TLineage, TSource>(IEnumerable<TSource> source, int site) where TLineage : struct, ILineage
            => Called<TLineage, TSource[]>(nameof(ToArray), site, Enumerable.ToArray(source));

        public static Dictionary<TKey, TSource> ToDictionary<TLineage, TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, int site) where TLineage : struct, ILineage where TKey : notnull
            => Called<TLineage, Dictionary<TKey, TSource>>(nameof(ToDictionary), site, Enumerable.ToDictionary(source, keySelector));

        public static LoopRecord RecordOf<TLineage, T>(IEnumerator<T> records, ref LoopSource? source, int site) where TLineage : struct, ILineage
            => RecordOf(records.Current, ref source);

        public static LoopRecord RecordOf<TLineage, T>(List<T>.Enumerator records, ref LoopSource? source, int site) where TLineage : struct, ILineage
            => RecordOf(records.Current, ref source);

        public static LoopRecord RecordOf<TLineage, T>(IAsyncEnumerator<T> records, ref LoopSource? source, int site) where TLineage : struct, ILineage
            => RecordOf(records.Current, ref source);

        public static LoopRecord RecordOf<TLineage, T>(System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable<T>.Enumerator records, ref LoopSource? source, int site) where TLineage : struct, ILineage
            => RecordOf(records.Current, ref source);

        public static LoopRecord RecordAt<TLineage, T>(T[] array, int index, ref LoopSource? source, int site) where TLineage : struct, ILineage
            => RecordOf(array[index], ref source);

        public static LoopRecord RecordOfItem<TLineage>(object? collection, int index, bool isChanged, ref LoopSource? source, int site) where TLineage : struct, ILineage
            => RecordOf(isChanged ? index + " changed" : index, ref source);

        public static LoopRecord Within<TLineage>(LoopRecord inner, LoopRecord outer, int site) where TLineage : struct, ILineage => new(inner.Records + " in " + outer.Records);

        public static LoopRecord Kept<TLineage>(LoopRecord record, int site) where TLineage : struct, ILineage => new(record.Records + " and others");

        public static bool TryWrite<TLineage, T>(ChannelWriter<T> writer, T item, LoopRecord record, int site) where TLineage : struct, ILineage
        {
            Called<TLineage, int>($"{nameof(TryWrite)} {item} of {record.Records}", site, 0);
            return writer.TryWrite(item);
        }

        public static ValueTask WriteAsync<TLineage, T>(ChannelWriter<T> writer, T item, CancellationToken cancellationToken, LoopRecord record, int site) where TLineage : struct, ILineage
        {
            Called<TLineage, int>($"{nameof(WriteAsync)} {item} of {record.Records}", site, 0);
            return writer.WriteAsync(item, cancellationToken);
        }

        public static void Add<TLineage, T>(List<T> list, T item, LoopRecord record, int site) where TLineage : struct, ILineage
        {
            list.Add(item);
            Called<TLineage, int>($"{nameof(Add)} {item} of {record.Records}", site, 0);
        }

        public static void ForEach<TLineage, T>(List<T> list, Action<T> action, LoopRecord outer, int site) where TLineage : struct, ILineage
            => ForEach<TLineage, T>(list.ForEach, action, outer, site);

        public static void ForEach<TLineage, T>(T[] array, Action<T> action, LoopRecord outer, int site) where TLineage : struct, ILineage
            => ForEach<TLineage, T>(each => Array.ForEach(array, each), action, outer, site);

        public static void ForEach<TLineage, T>(ImmutableList<T> list, Action<T> action, LoopRecord outer, int site) where TLineage : struct, ILineage
            => ForEach<TLineage, T>(list.ForEach, action, outer, site);

        public static LoopRecord NoRecord<TLineage>() where TLineage : struct, ILineage => new("none");

        public static LoopRecord RecordOfAction<TLineage>(int site) where TLineage : struct, ILineage => new("called with " + _calledWith);

        public static LoopRecord CurrentRecord<TLineage>() where TLineage : struct, ILineage => new("handled");

        public static LoopRecord WithinMessage<TLineage>(LoopRecord inner, int site) where TLineage : struct, ILineage => new($"{inner.Records} handled");

        public static void LookUpRecord<TLineage>(LoopRecord record, int site) where TLineage : struct, ILineage
        {
        }

        public static void LookUp<TLineage>(object? collection, int site) where TLineage : struct, ILineage
        {
        }

        public static void Fill<TLineage>(object? collection, int site) where TLineage : struct, ILineage
        {
        }

        public static void Fill<TLineage>(object? collection, LoopRecord record, int site) where TLineage : struct, ILineage
            => Called<TLineage, int>($"{nameof(Fill)} of {record.Records}", site, 0);

        public static void Copied<TLineage>(object? to, object? from, int site) where TLineage : struct, ILineage => Called<TLineage, int>(nameof(Copied), site, 0);

        public static LoopRecord RecordOfHolder<TLineage>(object? collection, int site) where TLineage : struct, ILineage => new("held");

        public static void Hand<TLineage>(LoopRecord record, int method) where TLineage : struct, ILineage => _handed = record;

        public static void Handed<TLineage>(ref LoopRecord record, int state, int method) where TLineage : struct, ILineage
        {
            if (state == -1) record = _handed;
            _handed = default;
        }

        public static void TakeBack<TLineage>() where TLineage : struct, ILineage => _handed = default;

        public static LoopRecord OfLambda<TLineage>(LoopRecord record, int site) where TLineage : struct, ILineage => record;

        public static System.Net.Http.HttpMessageHandler? Sending<TLineage>(System.Net.Http.HttpMessageHandler? handler) where TLineage : struct, ILineage => handler;

        public static Func<System.Net.Http.DelegatingHandler> LineageHandlers<TLineage>() where TLineage : struct, ILineage => () => throw new NotSupportedException();

        public static Task<T> Replied<TLineage, T, TItem>(Task<T> task, object? message, int site) where TLineage : struct, ILineage => task;

        public static ValueTask<T> Replied<TLineage, T, TItem>(ValueTask<T> task, object? message, int site) where TLineage : struct, ILineage => task;

        public static Task<T> Replied<TLineage, T, TItem>(Task<T> task, object? message, ref LoopRecord record, int site) where TLineage : struct, ILineage => task;

        public static ValueTask<T> Replied<TLineage, T, TItem>(ValueTask<T> task, object? message, ref LoopRecord record, int site) where TLineage : struct, ILineage => task;

        public static void Answer<TLineage>(object? value, LoopRecord record, int others, int site) where TLineage : struct, ILineage { }

        public static void AnswerOf<TLineage, T>(Task<T>? value, LoopRecord record, int others, int site) where TLineage : struct, ILineage { }

        public static void Body<TLineage, T, TItem>(T collection, int site) where TLineage : struct, ILineage where T : class? { }

        public static void Awaiting<TLineage>(object? task, int site) where TLineage : struct, ILineage { }

        public static void Awaiting<TLineage>(ValueTask task, int site) where TLineage : struct, ILineage { }

        public static void Awaiting<TLineage, TResult>(ValueTask<TResult> task, int site) where TLineage : struct, ILineage { }

        public static void WentOn<TLineage>() where TLineage : struct, ILineage { }

        public static void GiveBack<TLineage>(LoopRecord record, int state, int method) where TLineage : struct, ILineage => _given = record;

        public static void Expect<TLineage>() where TLineage : struct, ILineage => _given = default;

        public static void ScalarRecord<TLineage>(ref LoopRecord record) where TLineage : struct, ILineage => record = default;

        public static void Returned<TLineage>(ref LoopRecord record, int method) where TLineage : struct, ILineage => record = _given;

        public static void ReturnedLate<TLineage>(ref LoopRecord record, int method, int site) where TLineage : struct, ILineage
        {
        }

        public static void Remember<TLineage>(int site) where TLineage : struct, ILineage
        {
        }

        public static LoopRecord RecordOfReader<TLineage>(object? reader, ref LoopSource? source) where TLineage : struct, ILineage => new("row " + source?.Rows);

        public static void Received<TLineage>(ref LoopRecord record) where TLineage : struct, ILineage
        {
        }

        public static bool RowRead<TLineage>(bool hasRow, object? reader, ref LoopSource? source, int site) where TLineage : struct, ILineage
        {
            source = hasRow ? new LoopSource { Rows = source is null ? 1 : source.Rows + 1 } : null;
            return hasRow;
        }

        public static string? LineRead<TLineage>(string? line, object? reader, ref LoopSource? source, int site) where TLineage : struct, ILineage
        {
            RowRead<TLineage>(line is not null, reader, ref source, site);
            return Called<TLineage, string?>($"{nameof(LineRead)} {line}", site, line);
        }

        [ThreadStatic]
        private static string? _calledWith;
        private static LoopRecord _handed;
        private static LoopRecord _given;

        private static void ForEach<TLineage, T>(Action<Action<T>> forEach, Action<T> action, LoopRecord outer, int site) where TLineage : struct, ILineage
        {
            Called<TLineage, int>($"{nameof(ForEach)} in {outer.Records}", site, 0);
            string? before = _calledWith;
            forEach(item =>
            {
                _calledWith = $"{item} in {outer.Records}";
                action(item);
            });
            _calledWith = before;
        }

        public static LoopSource? Loop<TLineage, T>(IEnumerator<T> records, object? collection) where TLineage : struct, ILineage => null;
        public static LoopSource? LoopOver<TLineage>(object? collection) where TLineage : struct, ILineage => null;
        public static void MovedOn<TLineage>(LoopSource? source) where TLineage : struct, ILineage
        {
        }

        public static LoopRecord RecordOfLoop<TLineage>(LoopSource? source, int site) where TLineage : struct, ILineage => new("own");
        public static LoopSource? Loop<TLineage, T>(IAsyncEnumerator<T> records) where TLineage : struct, ILineage => null;
        public static LoopSource? Loop<TLineage, T>(System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable<T>.Enumerator records) where TLineage : struct, ILineage => null;

        public static IEnumerator<T> Enter<TLineage, T>(IEnumerable<T> source, Yields? yields, int loop, int site) where TLineage : struct, ILineage
            => Called<TLineage, IEnumerator<T>>($"{nameof(Enter)} {loop}", site, source.GetEnumerator());

        public static IAsyncEnumerator<T> EnterAsync<TLineage, T>(IAsyncEnumerable<T> source, CancellationToken cancellationToken, Yields? yields, int loop, int site) where TLineage : struct, ILineage
            => Called<TLineage, IAsyncEnumerator<T>>($"{nameof(EnterAsync)} {loop}", site, source.GetAsyncEnumerator(cancellationToken));

        public static ConfiguredCancelableAsyncEnumerable<T>.Enumerator EnterAsync<TLineage, T>(ref ConfiguredCancelableAsyncEnumerable<T> source, Yields? yields, int loop, int site) where TLineage : struct, ILineage
            => Called<TLineage, ConfiguredCancelableAsyncEnumerable<T>.Enumerator>($"{nameof(EnterAsync)} {loop}", site, source.GetAsyncEnumerator());

        public static IEnumerator<T> Entered<TLineage, T>(IEnumerator<T> records, Yields? yields, int loop, int site) where TLineage : struct, ILineage
            => Called<TLineage, IEnumerator<T>>($"{nameof(Entered)} {loop}", site, records);

        public static void Open<TLineage>(Yields? yields, int loop, int site) where TLineage : struct, ILineage => Called<TLineage, int>($"{nameof(Open)} {loop}", site, 0);

        public static bool Moved<TLineage>(bool moved, Yields? yields, int loop) where TLineage : struct, ILineage => moved;

        public static bool MovedByHand<TLineage>(bool moved, Yields? yields, int loop) where TLineage : struct, ILineage => moved;

        public static void Read<TLineage>(Yields? yields, int loop) where TLineage : struct, ILineage => Reads.Add("" + loop);

        public static void Read<TLineage, T>(Yields? yields, List<T>.Enumerator records, int loop) where TLineage : struct, ILineage => Reads.Add($"{loop} {records.Current}");

        public static void Read<TLineage, T>(Yields? yields, T[] array, int index, int loop) where TLineage : struct, ILineage => Reads.Add($"{loop} {array[index]}");

        public static void Forget<TLineage>(Yields? yields) where TLineage : struct, ILineage => Reads.Clear();

        public static void Yield<TLineage>(Yields? yields, int site) where TLineage : struct, ILineage => Yield<TLineage>(nameof(Yield), site);

        public static void YieldKept<TLineage, T>(Yields? yields, T value, int site) where TLineage : struct, ILineage => Yield<TLineage>($"{nameof(YieldKept)} {value}", site);

        [ThreadStatic]
        private static List<string>? _reads;

        private static List<string> Reads => _reads ??= new();

        private static void Yield<TLineage>(string name, int site) where TLineage : struct, ILineage
        {
            Called<TLineage, int>($"{name} of {string.Join(", ", Reads)}", site, 0);
            Reads.Clear();
        }

        // A star where the loop is new: the local beside its enumerator is null.
        private static LoopRecord RecordOf(object? current, ref LoopSource? source)
        {
            string isNew = source is null ? "*" : "";
            source ??= new LoopSource();
            return new(current + isNew);
        }

        private static T Called<TLineage, T>(string name, int site, T result) where TLineage : struct, ILineage
        {
            int handle = TLineage.IsRecording ? site - FirstSite : site;
            lock (Calls) Calls.Add($"{typeof(TLineage).Name} {name} #{handle >> 1}{((handle & 1) == 1 ? " output" : "")}");
            return result;
        }
    }
}
