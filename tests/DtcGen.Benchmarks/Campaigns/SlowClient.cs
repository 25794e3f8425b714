using System.Net.Sockets;

namespace DtcGen.Benchmarks;

/// <summary>A connection that sends the content of a request byte by byte, and never all of it.</summary>
internal static class SlowClient
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Goes on until the server ends it.</summary>
    /// <returns>Whether it did.</returns>
    public static async Task<bool> RunAsync(Uri server, CancellationToken cancellation)
    {
        using var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(server.Host, server.Port, cancellation);
            var stream = client.GetStream();
            await stream.WriteAsync(ServedRequest.Headers("pruned", ServedRequest.Image().Length), cancellation);
            var answer = stream.ReadAsync(new byte[1024], cancellation).AsTask();
            while (!answer.IsCompleted)
            {
                await stream.WriteAsync(new byte[1], cancellation);
                await Task.WhenAny(answer, Task.Delay(Pause, cancellation));
            }

            await answer;
            return true;
        }
        catch (IOException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
