namespace Weft.Flows.Async;

/// <summary>An asynchronous sequence without spans that enters a woven operator: its records become roots.</summary>
internal sealed class AsyncSourceFlow<T>(IAsyncEnumerable<T> source, int site, int argument) : AsyncFlow<T>
{
    internal override IAsyncEnumerable<T> Open(CurrentSpan span, out AsyncWay way)
    {
        way = AsyncWay.Issued;
        return new Roots(source, span, site, argument);
    }

    private sealed class Roots(IAsyncEnumerable<T> source, CurrentSpan span, int site, int argument) : AsyncSpanned<T>(source, span)
    {
        private readonly IAsyncEnumerable<T> _source = source;
        private GrowingRoots _roots;

        protected override void Start(CancellationToken cancellationToken)
        {
            base.Start(cancellationToken);
            _roots = new GrowingRoots(Origin.SourceOf(_source, typeof(T), site, argument));
        }

        protected override ulong NextSpan() => _roots.Next();

        protected override void Ended() => _roots.End();
    }
}
