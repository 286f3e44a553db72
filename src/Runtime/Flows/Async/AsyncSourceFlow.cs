using Weft.Capture;

namespace Weft.Flows.Async;

/// <summary>An asynchronous sequence that is no flow and enters a woven operator: its records become roots, or have the spans that an iterator yields them with.</summary>
internal sealed class AsyncSourceFlow<T>(IAsyncEnumerable<T> source, int site, int argument) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out Way way)
    {
        var entered = new EnteredWay();
        way = entered;
        return new Entered(source, span, entered, site, argument);
    }

    private sealed class EnteredWay : Way
    {
        /// <summary>What an iterator yields; null for any other sequence.</summary>
        internal Yields? Yields { get; set; }

        internal override int Step => Yields?.Step ?? 0;
    }

    private sealed class Entered(IAsyncEnumerable<T> source, CurrentSpan span, EnteredWay way, int site, int argument) : AsyncSpanned<T>(source, span)
    {
        private readonly IAsyncEnumerable<T> _source = source;
        private GrowingRoots _roots;

        protected override void Start(CancellationToken cancellationToken)
        {
            base.Start(cancellationToken);
            if (Attachments.Find(_source) is null) way.Yields = Yields.Follow(Enumerator);
            // An iterator that says nothing was left alone by the weaver.
            _roots = new GrowingRoots(way.Yields is null ? Origin.SourceOf(_source, typeof(T), site, argument) : Sources.Cut(site, site));
        }

        protected override ulong NextSpan() => way.Yields is { Span: not 0 and var span } ? span : _roots.Next();

        protected override void Ended()
        {
            _roots.End();
            way.Yields?.End();
        }
    }
}
