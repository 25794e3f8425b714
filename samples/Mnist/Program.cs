Console.WriteLine("DtcGen");
