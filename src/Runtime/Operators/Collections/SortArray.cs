using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <c>Array.Sort(array)</c>: records keep their spans.</summary>
        public static void Sort<TLineage, T>(T[] array, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && TracedArray<T>.TryFind(array, out TracedArray<T> traced)) Operators.InPlace.Sort(array, traced, 0, array.Length, null, site);
            else Array.Sort(array);
        }

        /// <summary>The woven form of <c>Array.Sort(array, comparer)</c>: records keep their spans.</summary>
        public static void Sort<TLineage, T>(T[] array, IComparer<T>? comparer, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && TracedArray<T>.TryFind(array, out TracedArray<T> traced)) Operators.InPlace.Sort(array, traced, 0, array.Length, comparer, site);
            else Array.Sort(array, comparer);
        }

        /// <summary>The woven form of <c>Array.Sort(array, comparison)</c>: records keep their spans.</summary>
        public static void Sort<TLineage, T>(T[] array, Comparison<T> comparison, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && comparison is not null && TracedArray<T>.TryFind(array, out TracedArray<T> traced)) Operators.InPlace.Sort(array, traced, 0, array.Length, Comparer<T>.Create(comparison), site);
            else Array.Sort(array, comparison!);
        }

        /// <summary>The woven form of <c>Array.Sort(array, index, length)</c>: records keep their spans.</summary>
        public static void Sort<TLineage, T>(T[] array, int index, int length, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && TracedArray<T>.TryFind(array, out TracedArray<T> traced)) Operators.InPlace.Sort(array, traced, index, length, null, site);
            else Array.Sort(array, index, length);
        }

        /// <summary>The woven form of <c>Array.Sort(array, index, length, comparer)</c>: records keep their spans.</summary>
        public static void Sort<TLineage, T>(T[] array, int index, int length, IComparer<T>? comparer, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && TracedArray<T>.TryFind(array, out TracedArray<T> traced)) Operators.InPlace.Sort(array, traced, index, length, comparer, site);
            else Array.Sort(array, index, length, comparer);
        }

        /// <summary>The woven form of <c>Array.Sort(keys, items)</c>: records keep their spans.</summary>
        public static void Sort<TLineage, TKey, TValue>(TKey[] keys, TValue[]? items, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && Operators.InPlace.IsTraced(keys, items)) Operators.InPlace.Sort(keys, items!, 0, keys.Length, null, site);
            else Array.Sort(keys, items);
        }

        /// <summary>The woven form of <c>Array.Sort(keys, items, comparer)</c>: records keep their spans.</summary>
        public static void Sort<TLineage, TKey, TValue>(TKey[] keys, TValue[]? items, IComparer<TKey>? comparer, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && Operators.InPlace.IsTraced(keys, items)) Operators.InPlace.Sort(keys, items!, 0, keys.Length, comparer, site);
            else Array.Sort(keys, items, comparer);
        }

        /// <summary>The woven form of <c>Array.Sort(keys, items, index, length)</c>: records keep their spans.</summary>
        public static void Sort<TLineage, TKey, TValue>(TKey[] keys, TValue[]? items, int index, int length, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && Operators.InPlace.IsTraced(keys, items)) Operators.InPlace.Sort(keys, items!, index, length, null, site);
            else Array.Sort(keys, items, index, length);
        }

        /// <summary>The woven form of <c>Array.Sort(keys, items, index, length, comparer)</c>: records keep their spans.</summary>
        public static void Sort<TLineage, TKey, TValue>(TKey[] keys, TValue[]? items, int index, int length, IComparer<TKey>? comparer, int site) where TLineage : struct, ILineage
        {
            if (TLineage.IsRecording && Operators.InPlace.IsTraced(keys, items)) Operators.InPlace.Sort(keys, items!, index, length, comparer, site);
            else Array.Sort(keys, items, index, length, comparer);
        }
    }
}

namespace Weft.Operators
{
    internal static partial class InPlace
    {
        // As that of a list.
        internal static void Sort<T>(T[] array, TracedArray<T> traced, int index, int length, IComparer<T>? comparer, int site)
        {
            ulong[] spans = traced.Column.ToSpans();
            bool isSorted = false;
            try
            {
                Array.Sort(array, spans, index, length, comparer);
                isSorted = true;
            }
            finally
            {
                traced.Becomes(spans, site, isSorted);
            }
        }

        internal static bool IsTraced<TKey, TValue>(TKey[]? keys, TValue[]? items)
            => keys is not null && items is not null && (TracedArray<TKey>.TryFind(keys, out _) || TracedArray<TValue>.TryFind(items, out _)) && !ReferenceEquals(keys, items);

        // Sorts the keys with the positions that they had, and brings items and spans along.
        internal static void Sort<TKey, TValue>(TKey[] keys, TValue[] items, int index, int length, IComparer<TKey>? comparer, int site)
        {
            if (index < 0 || length < 0 || length > keys.Length - index || length > items.Length - index)
            {
                Array.Sort(keys, items, index, length, comparer); // throws
                return;
            }
            bool hasKeys = TracedArray<TKey>.TryFind(keys, out TracedArray<TKey> tracedKeys), hasItems = TracedArray<TValue>.TryFind(items, out TracedArray<TValue> tracedItems);
            int[] positions = [.. Enumerable.Range(0, keys.Length)];
            try
            {
                Array.Sort(keys, positions, index, length, comparer);
            }
            finally
            {
                var moved = new TValue[length];
                for (int i = 0; i < length; i++) moved[i] = items[positions[index + i]];
                moved.CopyTo(items, index);
                if (hasKeys) tracedKeys.Becomes(Moved(tracedKeys.Column, positions), site, isKept: false);
                if (hasItems) tracedItems.Becomes(Moved(tracedItems.Column, positions), site, isKept: false);
            }
        }

        // Items may be more or fewer than keys; what was not sorted with them stays.
        private static ulong[] Moved(SpanColumn column, int[] positions)
        {
            ulong[] spans = column.ToSpans(), moved = column.ToSpans();
            for (int i = 0; i < Math.Min(spans.Length, positions.Length); i++) moved[i] = spans[positions[i]];
            return moved;
        }
    }
}
