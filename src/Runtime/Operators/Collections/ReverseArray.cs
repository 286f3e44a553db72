using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="Array.Reverse{T}(T[])"/>: records keep their spans.</summary>
        public static void ReverseArray<TLineage, T>(T[] array, int site) where TLineage : struct, ILineage
        {
            TracedArray<T> traced = default;
            bool isTraced = TLineage.IsRecording && TracedArray<T>.TryFind(array, out traced);
            Array.Reverse(array);
            if (isTraced) Operators.InPlace.Reversed(traced, 0, array.Length, site);
        }

        /// <summary>The woven form of <see cref="Array.Reverse{T}(T[], int, int)"/>: records keep their spans.</summary>
        public static void ReverseArray<TLineage, T>(T[] array, int index, int length, int site) where TLineage : struct, ILineage
        {
            TracedArray<T> traced = default;
            bool isTraced = TLineage.IsRecording && TracedArray<T>.TryFind(array, out traced);
            Array.Reverse(array, index, length);
            if (isTraced) Operators.InPlace.Reversed(traced, index, length, site);
        }
    }
}

namespace Weft.Operators
{
    internal static partial class InPlace
    {
        internal static void Reversed<T>(TracedArray<T> traced, int index, int length, int site)
        {
            ulong[] spans = traced.Column.ToSpans();
            spans.AsSpan(index, length).Reverse();
            traced.Becomes(spans, site);
        }
    }
}
