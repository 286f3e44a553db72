using System.Collections.ObjectModel;
using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Collections;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="List{T}.AsReadOnly"/>: the view has the spans of its list.</summary>
        public static ReadOnlyCollection<T> AsReadOnly<TLineage, T>(List<T> list, int site) where TLineage : struct, ILineage
            => Operators.Views.Of<TLineage, T, ReadOnlyCollection<T>>(list.AsReadOnly(), list, site);

        /// <summary>The woven form of <see cref="Array.AsReadOnly"/>: the view has the spans of its array.</summary>
        public static ReadOnlyCollection<T> AsReadOnly<TLineage, T>(T[] array, int site) where TLineage : struct, ILineage
            => Operators.Views.Of<TLineage, T, ReadOnlyCollection<T>>(Array.AsReadOnly(array), array, site);

        /// <summary>The woven form of <c>CollectionExtensions.AsReadOnly(list)</c>: the view has the spans of its list.</summary>
        public static ReadOnlyCollection<T> AsReadOnly<TLineage, T>(IList<T> list, int site) where TLineage : struct, ILineage
            => Operators.Views.Of<TLineage, T, ReadOnlyCollection<T>>(list.AsReadOnly(), list, site);

        /// <summary>The woven form of <c>CollectionExtensions.AsReadOnly(dictionary)</c>: the view has the spans of its dictionary.</summary>
        public static ReadOnlyDictionary<TKey, TValue> AsReadOnly<TLineage, TKey, TValue>(IDictionary<TKey, TValue> dictionary, int site) where TLineage : struct, ILineage where TKey : notnull
            => Operators.Views.Of<TLineage, KeyValuePair<TKey, TValue>, ReadOnlyDictionary<TKey, TValue>>(dictionary.AsReadOnly(), dictionary, site);

        /// <summary>The woven form of <c>CollectionExtensions.AsReadOnly(set)</c>: the view has the spans of its set.</summary>
        public static ReadOnlySet<T> AsReadOnly<TLineage, T>(ISet<T> set, int site) where TLineage : struct, ILineage
            => Operators.Views.Of<TLineage, T, ReadOnlySet<T>>(set.AsReadOnly(), set, site);

        /// <summary>The woven form of <c>new ReadOnlySet&lt;T&gt;(set)</c>: the view has the spans of its set.</summary>
        public static ReadOnlySet<T> NewReadOnlySet<TLineage, T>(ISet<T> set, int site) where TLineage : struct, ILineage
            => Operators.Views.Of<TLineage, T, ReadOnlySet<T>>(new ReadOnlySet<T>(set), set, site);

        /// <summary>The woven form of <c>new ReadOnlyCollection&lt;T&gt;(list)</c>: the view has the spans of its list.</summary>
        public static ReadOnlyCollection<T> NewReadOnlyCollection<TLineage, T>(IList<T> list, int site) where TLineage : struct, ILineage
            => Operators.Views.Of<TLineage, T, ReadOnlyCollection<T>>(new ReadOnlyCollection<T>(list), list, site);

        /// <summary>The woven form of <c>new ReadOnlyDictionary&lt;TKey, TValue&gt;(dictionary)</c>: the view has the spans of its dictionary.</summary>
        public static ReadOnlyDictionary<TKey, TValue> NewReadOnlyDictionary<TLineage, TKey, TValue>(IDictionary<TKey, TValue> dictionary, int site) where TLineage : struct, ILineage where TKey : notnull
            => Operators.Views.Of<TLineage, KeyValuePair<TKey, TValue>, ReadOnlyDictionary<TKey, TValue>>(new ReadOnlyDictionary<TKey, TValue>(dictionary), dictionary, site);
    }
}

namespace Weft.Operators
{
    /// <summary>Views of collections.</summary>
    internal static class Views
    {
        /// <summary>The view, as one of a collection.</summary>
        internal static TView Of<TLineage, T, TView>(TView view, IEnumerable<T> viewed, int site) where TLineage : struct, ILineage where TView : class, IReadOnlyCollection<T>
        {
            if (!TLineage.IsRecording) return view;
            // The view of an empty array is one object for everybody.
            if (viewed is not T[] { Length: 0 }) Attachments.Set(view, new ViewAttachment(viewed));
            if (Materialise.IsOutput(site) && Origin.Find(viewed) is not null) Recorder.Output(site, Origin.ColumnOrRoots(viewed, view.Count, typeof(T), site));
            return view;
        }
    }
}
