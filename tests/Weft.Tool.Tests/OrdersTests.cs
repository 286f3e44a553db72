// Proves lineage over a network of two processes, the sample Orders, whose code has no word of Weft: weft why on the office's report names the line of the shop's file; and that it stays so when the office
// is killed while it receives and starts anew: every row of the report names the line that it was made of, and no order counts twice.
using System.Diagnostics;
using Weft.Tool.Tests.Harness;

namespace Weft.Tool.Tests;

public sealed class OrdersTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("weft-orders-");

    public void Dispose() => _folder.Delete(recursive: true);

    private string UrlFile => Path.Combine(_folder.FullName, "office.url");

    private string ReportFile => Path.Combine(_folder.FullName, "report.csv");

    [Fact]
    public void Why_OfTheReport_NamesTheLineOfTheShopsFile()
    {
        using Process office = Office("office");
        Assert.Equal("ready", office.StandardOutput.ReadLine());
        ProcessResult shop = Processes.Run(Repository.OrdersAssembly, ["shop", UrlFile], _folder.FullName, ("WEFT_DIR", Runs("shop")));
        Assert.True(shop.ExitCode == 0, shop.Error);
        End(office);
        Assert.Equal(["1,NO,120", "3,DE,300", "4,NO,80", "7,DE,60", "8,NO,200"], File.ReadAllLines(ReportFile));

        ProcessResult answer = Why("report[1]", "office", "shop");
        Assert.True(answer.ExitCode == 0, answer.Out + answer.Error);
        Assert.Matches(
            @"^report\[1\]\n\\- Join Office.cs:\d+  \(ToList Office.cs:\d+\)\n   \+- received from Orders, process [0-9a-f]{16}  \(Add Office.cs:\d+, Select Office.cs:\d+, Where Office.cs:\d+.*\)\n"
            + @"   \|  \\- orders.csv:4  \(Skip Shop.cs:\d+, Where Shop.cs:\d+, ToList Shop.cs:\d+\)\n   \\- customers.csv:3  \(.*\)\nexact: 2 inputs\n$",
            answer.Out);
        Assert.Contains("orders.csv:4     3,b,300", Why("report[1]", "office", "shop", "--show-lines").Out, StringComparison.Ordinal);

        ProcessResult impact = Processes.Run(Repository.ToolAssembly, ["impact", "orders.csv:4", "--dir", Runs("shop"), "--with", Runs("office")], _folder.FullName);
        Assert.True(impact.ExitCode == 0, impact.Out + impact.Error);
        Assert.Matches(@"\n  report of \S+-Orders-\S+ +1 +5 +\[1\]\n", impact.Out);

        ProcessResult alone = Why("report[1]", "office");
        Assert.Equal(1, alone.ExitCode);
        Assert.Matches(@"process [0-9a-f]{16}, span #\d+", alone.Out);
    }

    [Fact]
    public void Why_OfficeKilledWhileItReceives_NothingIsWrong()
    {
        Process office = Office("first");
        Assert.Equal("ready", office.StandardOutput.ReadLine());
        using Process shop = Processes.Start(Repository.OrdersAssembly, ["shop", UrlFile], _folder.FullName, ("WEFT_DIR", Runs("shop")));
        _ = shop.StandardError.ReadToEndAsync();
        for (int i = 0; i < 3; i++) Assert.StartsWith("received ", office.StandardOutput.ReadLine(), StringComparison.Ordinal);
        office.Kill();
        office.WaitForExit();
        office.Dispose();

        using Process second = Office("second");
        string posted = shop.StandardOutput.ReadToEnd();
        Assert.True(shop.WaitForExit(_patience), "the shop did not end");
        End(second);
        Assert.EndsWith("done\n", posted, StringComparison.Ordinal);
        Assert.Equal(8, posted.Split('\n').Count(line => line.StartsWith("posted ", StringComparison.Ordinal)));

        // What the first office had taken went with it. What the second one has is of the lines that it says, each once.
        string[] lines = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(Repository.OrdersAssembly)!, "data", "orders.csv"));
        string[] report = File.ReadAllLines(ReportFile);
        Assert.Contains("8,NO,200", report);
        Assert.DoesNotContain("1,NO,120", report);
        Assert.Equal(report.Distinct(), report);
        for (int row = 0; row < report.Length; row++)
        {
            int line = 1 + Array.FindIndex(lines, text => text.StartsWith(report[row].Split(',')[0] + ",", StringComparison.Ordinal));
            ProcessResult answer = Why($"report[{row}]", "second", "shop");
            Assert.True(answer.ExitCode == 0, answer.Out + answer.Error);
            Assert.Contains($"- orders.csv:{line}  ", answer.Out, StringComparison.Ordinal);
            Assert.Contains("exact: 2 inputs", answer.Out, StringComparison.Ordinal);
        }

        ProcessResult listing = Processes.Run(Repository.ToolAssembly, ["ls", "--dir", Runs("first")], _folder.FullName);
        Assert.Contains("abrupt", listing.Out, StringComparison.Ordinal);
    }

    private Process Office(string name)
    {
        Process office = Processes.Start(Repository.OrdersAssembly, ["office", UrlFile, ReportFile], _folder.FullName, ("WEFT_DIR", Runs(name)));
        _ = office.StandardError.ReadToEndAsync();
        return office;
    }

    private static void End(Process office)
    {
        office.StandardOutput.ReadToEnd();
        Assert.True(office.WaitForExit(_patience), "the office did not end");
        Assert.Equal(0, office.ExitCode);
    }

    private string Runs(string name) => Path.Combine(_folder.FullName, name);

    private ProcessResult Why(string question, string run, string? with = null, params string[] more)
    {
        string[] others = with is null ? [] : ["--with", Runs(with)];
        return Processes.Run(Repository.ToolAssembly, ["why", question, "--dir", Runs(run), .. others, .. more], _folder.FullName);
    }
}
