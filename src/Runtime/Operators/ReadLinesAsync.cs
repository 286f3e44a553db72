using System.Text;
using Weft.Capture;
using Weft.Flows;
using Weft.Flows.Async;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="File.ReadLinesAsync(string, CancellationToken)"/>: each line is a root, by file and line.</summary>
        public static IAsyncEnumerable<string> ReadLinesAsync<TLineage>(string path, CancellationToken cancellationToken, int site)
            where TLineage : struct, ILineage
        {
            IAsyncEnumerable<string> lines = File.ReadLinesAsync(path, cancellationToken);
            return TLineage.IsRecording ? new Operators.AsyncLinesFlow(lines, path, site) : lines;
        }

        /// <summary>The woven form of <see cref="File.ReadLinesAsync(string, Encoding, CancellationToken)"/>: each line is a root, by file and line.</summary>
        public static IAsyncEnumerable<string> ReadLinesAsync<TLineage>(string path, Encoding encoding, CancellationToken cancellationToken, int site)
            where TLineage : struct, ILineage
        {
            IAsyncEnumerable<string> lines = File.ReadLinesAsync(path, encoding, cancellationToken);
            return TLineage.IsRecording ? new Operators.AsyncLinesFlow(lines, path, site) : lines;
        }
    }
}

namespace Weft.Operators
{
    /// <summary>The lines of a file, read asynchronously.</summary>
    internal sealed class AsyncLinesFlow(IAsyncEnumerable<string> lines, string path, int site) : AsyncFlow<string>
    {
        private readonly string _fullPath = Path.GetFullPath(path);

        internal override IAsyncEnumerable<string> Open(CurrentSpan span, out Way way)
        {
            way = Way.Issued;
            return new Lines(lines, span, site, _fullPath);
        }

        // Lines come on whatever thread; one at a time.
        private sealed class Lines(IAsyncEnumerable<string> lines, CurrentSpan span, int site, string path) : AsyncSpanned<string>(lines, span)
        {
            private GrowingRoots _roots;
            private bool _open;

            protected override ulong NextSpan()
            {
                if (!_open)
                {
                    _roots = new GrowingRoots(Sources.File(site, path));
                    _open = true;
                }
                return _roots.Next();
            }

            protected override void Ended() => _roots.End();
        }
    }
}
