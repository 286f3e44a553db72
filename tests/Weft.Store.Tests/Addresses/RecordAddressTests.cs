// Proves what a person can write to name records, and that names with brackets, #, @ and colons of their own are still found.
using Weft.Store.Addresses;

namespace Weft.Store.Tests.Addresses;

public sealed class RecordAddressTests
{
    [Theory]
    [InlineData("report", "report,,,,")]
    [InlineData("report[3]", "report[3],,,, report,,,3,")]
    [InlineData("report#2[3]", "report#2[3],,,, report#2,,,3, report,,2,3,")]
    [InlineData("report#2", "report#2,,,, report,,2,,")]
    [InlineData("top@A.cs:26[3]", "top@A.cs:26[3],,,, top@A.cs:26,,,3, top,A.cs:26,,3,")]
    [InlineData("top@A.cs:26#2[3]", "top@A.cs:26#2[3],,,, top@A.cs:26#2,,,3, top@A.cs:26,,2,3, top,A.cs:26,2,3,")]
    [InlineData("flights.csv:17", "flights.csv:17,,,, flights.csv,,,,17")]
    [InlineData("C:\\data\\flights.csv:17", "C:\\data\\flights.csv:17,,,, C:\\data\\flights.csv,,,,17")]
    [InlineData("report[x]", "report[x],,,,")]
    [InlineData("report[-1]", "report[-1],,,,")]
    [InlineData("[3]", "[3],,,,")]
    [InlineData("", ",,,,")]
    public void Readings_Text_AreFromTheMostLiteralOn(string text, string expected)
    {
        IEnumerable<string> readings = RecordAddress.Readings(text).Select(reading => $"{reading.Name},{reading.Place},{reading.Occurrence},{reading.Index},{reading.Line}");

        Assert.Equal(expected, string.Join(' ', readings));
    }

    [Theory]
    [InlineData("repot", "report")]
    [InlineData("REPORT", "report")]
    [InlineData("route", "routes by delay")]
    [InlineData("banana", "")]
    public void NearestNames_UnknownName_AreThoseOfFewChanges(string name, string expected) =>
        Assert.Equal(expected, string.Join(',', NearestNames.To(name, ["report", "routes by delay", "total", "report"])));
}
