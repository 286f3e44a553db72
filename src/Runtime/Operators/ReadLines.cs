using System.Text;
using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="File.ReadLines(string)"/>: each line is a root, by file and line.</summary>
        public static IEnumerable<string> ReadLines<TLineage>(string path, int site) where TLineage : struct, ILineage
        {
            IEnumerable<string> lines = File.ReadLines(path);
            return TLineage.IsRecording ? new Operators.LinesFlow(lines, path, site) : lines;
        }

        /// <summary>The woven form of <see cref="File.ReadLines(string, Encoding)"/>: each line is a root, by file and line.</summary>
        public static IEnumerable<string> ReadLines<TLineage>(string path, Encoding encoding, int site) where TLineage : struct, ILineage
        {
            IEnumerable<string> lines = File.ReadLines(path, encoding);
            return TLineage.IsRecording ? new Operators.LinesFlow(lines, path, site) : lines;
        }
    }
}

namespace Weft.Operators
{
    /// <summary>The lines of a file.</summary>
    /// <param name="lines">.NET's own sequence, which opened the file when it was made and opens it again for a second enumeration.</param>
    /// <param name="path">The file.</param>
    /// <param name="site">The call's site.</param>
    internal sealed class LinesFlow(IEnumerable<string> lines, string path, int site) : Flow<string>
    {
        private readonly string _fullPath = Path.GetFullPath(path);
        private IEnumerator<string>? _lines;
        private GrowingRoots _roots;

        internal override int Step => 0; // spans are issued here

        internal override bool IsIterator => false;

        protected override Flow<string> Clone() => new LinesFlow(lines, _fullPath, site);

        // .NET's sequence asks which thread enumerates it, and PLINQ moves an enumerator on another thread than the one that asked for it.
        protected override void OnStart() => _lines = lines.GetEnumerator();

        public override bool MoveNext()
        {
            if (State == Started)
            {
                _roots = new GrowingRoots(Sources.File(site, _fullPath));
                State = Started + 1;
            }
            if (_lines is not { } reader) return false;
            if (reader.MoveNext())
            {
                Value = reader.Current;
                Span = _roots.Next();
                return true;
            }
            Dispose();
            return false;
        }

        public override void Dispose()
        {
            if (_lines is { } reader)
            {
                _lines = null;
                reader.Dispose();
                _roots.End();
            }
            base.Dispose();
        }
    }
}
