using System.Text.Encodings.Web;
using System.Text.Json;
using Weft.Tool.Rendering;

namespace Weft.Tool.Commands;

/// <summary>What the doctor says to a script; docs/tool.md has the members.</summary>
internal static class DoctorJson
{
    private const int Version = 1;
    private static readonly JsonWriterOptions _layout = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Print(TextWriter output, DoctorExamination examination) => Print(output, writer => WriteProject(writer, examination));

    /// <summary>Of a solution: its projects, each with what a project alone has.</summary>
    internal static void Print(TextWriter output, string solution, IReadOnlyList<DoctorExamination> examinations) => Print(output, writer =>
    {
        writer.WriteString("solution", solution);
        writer.WriteBoolean("losesRequired", examinations.Any(each => each.LosesRequired));
        writer.WriteObjects("projects", examinations, each => WriteProject(writer, each));
    });

    private static void Print(TextWriter output, Action<Utf8JsonWriter> members)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, _layout))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteString("command", DoctorCommand.Name);
            members(writer);
            writer.WriteEndObject();
        }
        output.WriteLine(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private static void WriteProject(Utf8JsonWriter writer, DoctorExamination examination)
    {
        writer.WriteString("project", examination.Project);
        writer.WriteBoolean("losesRequired", examination.LosesRequired);
        if (examination.Frameworks is [(null, { } only)]) WriteReport(writer, only);
        else writer.WriteObjects("frameworks", examination.Frameworks, each =>
        {
            writer.WriteString("framework", each.Framework);
            writer.WriteBoolean("losesRequired", each.Report.LosesRequired);
            WriteReport(writer, each.Report);
        });
    }

    private static void WriteReport(Utf8JsonWriter writer, DoctorReport report)
    {
        if (report.Woven is { } woven)
        {
            writer.WriteStartObject("woven");
            writer.WriteString("mode", woven.Mode);
            writer.WriteNumber("methods", woven.Methods);
            writer.WriteNumber("sites", woven.Sites);
            writer.WriteNumber("outputs", woven.Outputs);
            writer.WriteNumber("flowEnds", woven.FlowEnds);
            writer.WriteEndObject();
        }
        writer.WriteStrings("leftAlone", report.LeftAlone);
        writer.WriteObjects("findings", report.Findings, finding =>
        {
            writer.WriteString("rule", finding.Rule);
            writer.WriteString("level", finding.Level);
            writer.WriteString("file", finding.File);
            writer.WriteNumber("line", finding.Line);
            writer.WriteNumber("column", finding.Column);
            writer.WriteString("message", finding.Message);
            writer.WriteString("fix", finding.Fix);
            writer.WriteBoolean("required", finding.IsRequired);
        });
        writer.WriteObjects("flowEnds", report.FlowEnds, end =>
        {
            writer.WriteString("file", end.File);
            writer.WriteNumber("line", end.Line);
            writer.WriteNumber("column", end.Column);
            writer.WriteString("reason", end.Reason);
            writer.WriteBoolean("required", end.IsRequired);
        });
    }
}
