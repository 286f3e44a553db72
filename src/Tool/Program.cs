using System.Text;
using Weft.Tool;
using Weft.Tool.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CommandLine.Run(args, ToolEnvironment.OfProcess());
