using System.Text;
using Weft.Capture;
using Weft.Flows;

namespace Weft
{
    public static partial class Woven
    {
        /// <summary>The woven form of <see cref="File.ReadAllLines(string)"/>: each line is a root, by file and line.</summary>
        public static string[] ReadAllLines<TLineage>(string path, int site) where TLineage : struct, ILineage
        {
            string[] lines = File.ReadAllLines(path);
            return TLineage.IsRecording ? Operators.Materialise.Lines(lines, path, site) : lines;
        }

        /// <summary>The woven form of <see cref="File.ReadAllLines(string, Encoding)"/>: each line is a root, by file and line.</summary>
        public static string[] ReadAllLines<TLineage>(string path, Encoding encoding, int site) where TLineage : struct, ILineage
        {
            string[] lines = File.ReadAllLines(path, encoding);
            return TLineage.IsRecording ? Operators.Materialise.Lines(lines, path, site) : lines;
        }
    }
}

namespace Weft.Operators
{
    internal static partial class Materialise
    {
        internal static string[] Lines(string[] lines, string path, int site)
        {
            var column = new RangeColumn(Recorder.RootRange(Sources.File(site, path), 0, lines.Length), lines.Length, 0);
            // The empty array is one object for everybody.
            if (lines.Length > 0) Attachments.Set(lines, new ArrayAttachment<string>(lines, column));
            return Keep(lines, column, site);
        }
    }
}
